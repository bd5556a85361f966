package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.division.Divisions;
import org.linli.registration.station.StationLookup;

/** Enrols recipients, lists them masked, and lets them go. Who did it on whose behalf is on record (product R12). */
@ApplicationScoped
class RecipientUseCase {
    private final RecipientRepository recipients;
    private final PersonCipher cipher;
    private final Divisions divisions;
    private final DivisionFilter filter;
    private final StationLookup stations;
    private final Outbox outbox;
    private final Audit audit;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    RecipientUseCase(
            RecipientRepository recipients,
            PersonCipher cipher,
            Divisions divisions,
            DivisionFilter filter,
            StationLookup stations,
            Outbox outbox,
            Audit audit,
            DueWork dueWork,
            LinliClock clock) {
        this.recipients = recipients;
        this.cipher = cipher;
        this.divisions = divisions;
        this.filter = filter;
        this.stations = stations;
        this.outbox = outbox;
        this.audit = audit;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Enrols a recipient for a station; the answer is masked, because answers are kept for repetitions. */
    @WithTransaction
    Uni<Outcome<RecipientView>> enrol(Caller caller, RecipientEnrolment wanted) {
        return divisions
                .community(wanted.division(), "division")
                .chain(home -> Steps.then(home, community -> station(wanted)))
                .map(station -> station.then(found -> judge(caller, wanted)))
                .chain(judged -> Steps.then(judged, person -> recordEnrolment(caller, wanted, person)));
    }

    private Uni<Outcome<StationLookup.Answer>> station(RecipientEnrolment wanted) {
        return stations.find(wanted.stationId(), new DivisionCode(wanted.division()))
                .map(station -> {
                    if (station == null) {
                        return Outcome.refused(RegistrationRefusal.STATION_UNKNOWN, "stationId");
                    }
                    return station.servesHome()
                            ? Outcome.done(station)
                            : Outcome.refused(RegistrationRefusal.STATION_SERVES_ELSEWHERE, "stationId");
                });
    }

    private Outcome<Person> judge(Caller caller, RecipientEnrolment wanted) {
        return RecipientRights.enrols(caller, wanted)
                ? Person.read(wanted, clock.today())
                : Outcome.refused(KitRefusal.FORBIDDEN, "stationId");
    }

    private Uni<Outcome<RecipientView>> recordEnrolment(Caller caller, RecipientEnrolment wanted, Person person) {
        UUID id = Ids.next();
        Recipient recipient = Recipient.enrol(
                new Recipient.Enrolment(
                        id,
                        wanted.kind(),
                        wanted.stationId(),
                        new DivisionCode(wanted.division()),
                        wanted.tier(),
                        wanted.needs(),
                        cipher.seal(id, person)),
                caller.accountId(),
                clock.now());
        return recipients
                .persist(recipient)
                .chain(() -> outbox.add(fact(recipient, recipient.enrolled())))
                .chain(() -> audit.record(caller, "recipient.enrol", id, recipient.division(), null))
                .map(stored -> Outcome.done(cipher.masked(recipient)));
    }

    /** Recipients within the caller's scope, masked; {@code division} and {@code status} may be null. */
    @WithSession
    Uni<Outcome<Page<RecipientView>>> list(Caller caller, String division, RecipientStatus status, Paging paging) {
        if (!RecipientRights.lists(caller)) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        Set<RecipientStatus> statuses =
                status == null ? EnumSet.complementOf(EnumSet.of(RecipientStatus.ERASED)) : EnumSet.of(status);
        return filter.prefixOf(division)
                .chain(found -> Steps.then(
                        found,
                        below -> recipients
                                .page(
                                        new RecipientRepository.Search(
                                                RecipientRights.divisions(caller),
                                                RecipientRights.stations(caller),
                                                below,
                                                statuses),
                                        paging.afterId(),
                                        paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows,
                                        paging.limit(),
                                        recipient -> recipient.id().toString(),
                                        cipher::masked)))));
    }

    /** The recipient leaves by oneself, or the station takes the recipient off the list with a reason. */
    @WithTransaction
    Uni<Outcome<RecipientView>> withdraw(Caller caller, UUID id, String reason) {
        return recipients
                .lock(id)
                .chain(recipient -> Steps.then(
                        mayWithdraw(caller, recipient, reason),
                        allowed -> Steps.then(
                                allowed.withdraw(caller.accountId(), clock.now()),
                                event -> outbox.add(fact(allowed, event))
                                        .chain(() -> audit.record(
                                                caller, "recipient.withdraw", id, allowed.division(), reason))
                                        .chain(() -> dueWork.schedule(Departure.KIND, id, clock.now()))
                                        .map(stored -> Outcome.done(cipher.masked(allowed))))));
    }

    private static Outcome<Recipient> mayWithdraw(Caller caller, Recipient recipient, String reason) {
        if (recipient == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (RecipientRights.isOneself(caller, recipient)) {
            return Outcome.done(recipient);
        }
        if (!RecipientRights.coordinates(caller, recipient)) {
            return Outcome.refused(
                    RecipientRights.reads(caller, recipient) ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
        }
        return reason == null ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason") : Outcome.done(recipient);
    }

    private static Fact fact(Recipient recipient, RegistrationEvent event) {
        return Fact.of(recipient.id(), recipient.sequence(), recipient.division(), event);
    }
}
