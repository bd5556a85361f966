package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.registration.volunteer.VolunteerLookup;

/**
 * Shows a recipient's file. The personal fields go to those who look after the recipient, to the volunteer who serves
 * right now and to the recipient, and each such reading is put on record in its own transaction (PIPL art. 51).
 */
@ApplicationScoped
class RecipientFileUseCase {
    private final RecipientRepository recipients;
    private final PersonCipher cipher;
    private final Serving serving;
    private final VolunteerLookup volunteers;
    private final Accesses accesses;
    private final Audit audit;

    @Inject
    RecipientFileUseCase(
            RecipientRepository recipients,
            PersonCipher cipher,
            Serving serving,
            VolunteerLookup volunteers,
            Accesses accesses,
            Audit audit) {
        this.recipients = recipients;
        this.cipher = cipher;
        this.serving = serving;
        this.volunteers = volunteers;
        this.accesses = accesses;
        this.audit = audit;
    }

    /** The file, as far as the caller may read it. */
    @WithTransaction
    Uni<Outcome<RecipientFile>> read(Caller caller, UUID id) {
        return recipients
                .find(id)
                .chain(recipient -> recipient == null
                        ? Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND))
                        : reader(caller, recipient).chain(reader -> show(caller, recipient, reader)));
    }

    private Uni<Outcome<RecipientFile>> show(Caller caller, Recipient recipient, Reader reader) {
        return switch (reader) {
            case ONESELF, COORDINATOR, SERVING_VOLUNTEER ->
                audit.record(caller, Accesses.ACTION, recipient.id(), recipient.division(), reader.name())
                        .map(recorded -> Outcome.done(
                                RecipientFile.full(recipient, cipher.open(recipient.id(), recipient.person()))));
            case AUDITOR -> Uni.createFrom().item(Outcome.done(RecipientFile.masked(cipher.masked(recipient))));
            case NOBODY -> Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND));
        };
    }

    private Uni<Reader> reader(Caller caller, Recipient recipient) {
        if (RecipientRights.isOneself(caller, recipient)) {
            return Uni.createFrom().item(Reader.ONESELF);
        }
        if (RecipientRights.coordinates(caller, recipient)) {
            return Uni.createFrom().item(Reader.COORDINATOR);
        }
        Reader otherwise = RecipientRights.reads(caller, recipient) ? Reader.AUDITOR : Reader.NOBODY;
        return serves(caller, recipient).map(serves -> serves ? Reader.SERVING_VOLUNTEER : otherwise);
    }

    /** A volunteer who was suspended in the middle of a service loses sight of the file at once. */
    private Uni<Boolean> serves(Caller caller, Recipient recipient) {
        return serving.isServing(caller.volunteerId(), recipient.id())
                .chain(serves -> serves
                        ? volunteers
                                .find(caller.volunteerId())
                                .map(volunteer -> volunteer.status().mayServe())
                        : Uni.createFrom().item(false));
    }

    /** Who read the personal fields, newest first: for the recipient and for those who look after the recipient. */
    @WithSession
    Uni<Outcome<Page<Accesses.Access>>> accesses(Caller caller, UUID id, Paging paging) {
        return recipients
                .find(id)
                .map(recipient -> maySeeAccesses(caller, recipient))
                .chain(allowed -> Steps.then(
                        allowed, recipient -> accesses.page(id, paging).map(Outcome::done)));
    }

    private static Outcome<Recipient> maySeeAccesses(Caller caller, Recipient recipient) {
        return recipient != null
                        && (RecipientRights.isOneself(caller, recipient) || RecipientRights.reads(caller, recipient))
                ? Outcome.done(recipient)
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }
}
