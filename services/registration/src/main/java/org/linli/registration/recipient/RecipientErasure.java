package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Rights;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.person.ErasureWork;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.volunteer.GuardianConsents;

/**
 * Erases a recipient whose file has ended, in the current Hibernate session: the row names nobody any more with the
 * commit, everybody is told, and the work begins that clears the other tables.
 */
@ApplicationScoped
public class RecipientErasure {
    private final RecipientRepository recipients;
    private final GuardianConsents consents;
    private final Rights rights;
    private final ErasureWork work;
    private final Outbox outbox;

    @Inject
    RecipientErasure(
            RecipientRepository recipients, GuardianConsents consents, Rights rights, ErasureWork work, Outbox outbox) {
        this.recipients = recipients;
        this.consents = consents;
        this.rights = rights;
        this.work = work;
        this.outbox = outbox;
    }

    /**
     * A file that somebody may have erased.
     *
     * @param oneself whether it is the recipient; else it is somebody who looks after the recipient (product R12)
     */
    public record Erasable(RecipientSummary recipient, boolean oneself) {}

    /** The file, locked until the transaction ends, if the caller may have it erased and its help has ended. */
    public Uni<Outcome<Erasable>> lock(Caller caller, UUID id) {
        return recipients.lockEven(id).map(recipient -> judge(caller, recipient));
    }

    private static Outcome<Erasable> judge(Caller caller, Recipient recipient) {
        if (recipient == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        boolean oneself = RecipientRights.isOneself(caller, recipient);
        if (!oneself && !RecipientRights.coordinates(caller, recipient)) {
            return Outcome.refused(
                    RecipientRights.reads(caller, recipient) ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
        }
        return switch (recipient.status()) {
            case ACTIVE -> Outcome.refused(RegistrationRefusal.RECIPIENT_STILL_ENROLLED);
            case WITHDRAWN -> Outcome.done(new Erasable(recipient.summary(), oneself));
            case ERASED -> Outcome.refused(RegistrationRefusal.ERASED_ALREADY);
        };
    }

    /** Erases somebody whose file {@link #lock} answered in this transaction. */
    public Uni<Void> erase(RecipientSummary known) {
        return ofNobodyElse(known.accountId())
                .chain(account -> recipients
                        .lock(known.recipientId())
                        .chain(recipient -> {
                            ErasureEvent told = recipient.erase(account);
                            return recipients
                                    .flush()
                                    .chain(() -> outbox.add(
                                            Fact.of(recipient.id(), recipient.sequence(), recipient.division(), told)));
                        })
                        .chain(() -> work.begin(known.recipientId(), account)));
    }

    /** The sign-in, if nobody else has it: a volunteer, a guardian, an officer, or a newer file of the recipient. */
    private Uni<UUID> ofNobodyElse(UUID account) {
        return account == null
                ? Uni.createFrom().nullItem()
                : rights.of(account)
                        .chain(holder -> consents.wardsOf(account).map(wards -> {
                            boolean only = holder.volunteerId() == null
                                    && holder.recipientId() == null
                                    && holder.grants().isEmpty()
                                    && wards.isEmpty();
                            return only ? account : null;
                        }));
    }
}
