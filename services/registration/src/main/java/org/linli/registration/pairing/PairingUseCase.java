package org.linli.registration.pairing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.registration.PairingEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.recipient.RecipientLookup;
import org.linli.registration.recipient.RecipientSummary;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/**
 * Pairs volunteers with households, and ends it. The recipient's row is locked first, the volunteer's second: whoever
 * wants the last place of a volunteer waits for the one before.
 */
@ApplicationScoped
class PairingUseCase {
    private static final String TABLE = "pairing";
    private static final String REASON = "end_reason";

    private final PairingRepository pairings;
    private final VolunteerLookup volunteers;
    private final RecipientLookup recipients;
    private final RegistrationConfiguration configuration;
    private final FieldCipher cipher;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    PairingUseCase(
            PairingRepository pairings,
            VolunteerLookup volunteers,
            RecipientLookup recipients,
            RegistrationConfiguration configuration,
            FieldCipher cipher,
            Outbox outbox,
            Audit audit,
            LinliClock clock) {
        this.pairings = pairings;
        this.volunteers = volunteers;
        this.recipients = recipients;
        this.configuration = configuration;
        this.cipher = cipher;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<PairingView>> pair(Caller caller, UUID volunteerId, UUID recipientId) {
        return recipients
                .lock(recipientId)
                .map(found -> PairingRights.pair(caller, found))
                .chain(allowed -> Steps.then(
                        allowed,
                        recipient -> volunteers
                                .lock(volunteerId)
                                .chain(volunteer -> volunteer == null
                                        ? Steps.refused(RegistrationRefusal.VOLUNTEER_UNKNOWN, "volunteerId")
                                        : judge(volunteer, recipient)
                                                .chain(judged -> Steps.then(
                                                        judged, fit -> record(caller, volunteer, recipient))))));
    }

    private Uni<Outcome<RecipientSummary>> judge(VolunteerSummary volunteer, RecipientSummary recipient) {
        return pairings.households(volunteer.volunteerId())
                .chain(households -> pairings.areTogether(volunteer.volunteerId(), recipient.recipientId())
                        .map(together -> Pairing.judge(
                                volunteer, recipient, households, together, configuration.pairingsPerVolunteer())));
    }

    private Uni<Outcome<PairingView>> record(Caller caller, VolunteerSummary volunteer, RecipientSummary recipient) {
        Pairing pairing = Pairing.make(Ids.next(), volunteer, recipient, caller.accountId(), clock.now());
        return pairings.persistAndFlush(pairing)
                .chain(() -> outbox.add(fact(pairing, pairing.made())))
                .chain(() -> audit.record(caller, "pairing.make", pairing.id(), pairing.division(), null))
                .chain(() -> shown(pairing));
    }

    /** One of the two ends it, or the station with a reason. */
    @WithTransaction
    Uni<Outcome<PairingView>> end(Caller caller, UUID id, String reason) {
        return pairings.lock(id)
                .chain(found -> Steps.then(
                        PairingRights.end(caller, found, reason),
                        pairing -> Steps.then(
                                pairing.end(caller.accountId(), cipher.encrypt(reason, TABLE, id, REASON), clock.now()),
                                event -> pairings.flush()
                                        .chain(() -> outbox.add(fact(pairing, event)))
                                        // why stands in the pairing, encrypted
                                        .chain(() -> audit.record(caller, "pairing.end", id, pairing.division(), null))
                                        .chain(() -> shown(pairing)))));
    }

    @WithSession
    Uni<Outcome<PairingView>> get(Caller caller, UUID id) {
        return pairings.findById(id).chain(found -> Steps.then(PairingRights.see(caller, found), this::shown));
    }

    /** The caller's own, and those of households the caller looks after. */
    @WithSession
    Uni<Outcome<Page<PairingView>>> list(Caller caller, PairingQuery wanted, Paging paging) {
        return pairings.page(caller, wanted, paging.afterId(), paging.limit())
                .chain(rows -> views(rows)
                        .map(views -> Outcome.done(
                                Page.of(views, paging.limit(), view -> view.id().toString(), view -> view))));
    }

    private Uni<Outcome<PairingView>> shown(Pairing pairing) {
        return views(List.of(pairing)).map(views -> Outcome.done(views.getFirst()));
    }

    private Uni<List<PairingView>> views(List<Pairing> rows) {
        return volunteers
                .maskedNames(rows.stream().map(Pairing::volunteerId).distinct().toList())
                .chain(volunteerNames -> recipients
                        .maskedNames(rows.stream()
                                .map(Pairing::recipientId)
                                .distinct()
                                .toList())
                        .map(recipientNames -> views(rows, volunteerNames, recipientNames)));
    }

    private List<PairingView> views(
            List<Pairing> rows, Map<UUID, String> volunteerNames, Map<UUID, String> recipientNames) {
        return rows.stream()
                .map(row -> row.view(
                        volunteerNames.get(row.volunteerId()),
                        recipientNames.get(row.recipientId()),
                        cipher.decrypt(row.endReason(), TABLE, row.id(), REASON)))
                .toList();
    }

    static Fact fact(Pairing pairing, PairingEvent event) {
        return Fact.of(pairing.id(), pairing.sequence(), pairing.division(), event);
    }
}
