package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.signup.Attendance;
import org.linli.activity.signup.SessionTerms;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Checks volunteers in: at a session here, at an order by {@link ScanUseCase}. */
@ApplicationScoped
class ArrivalUseCase {
    private final ScanUseCase orders;
    private final Presences presences;
    private final PresenceLog log;
    private final Codes codes;
    private final Proving proving;
    private final Attendance attendance;
    private final Copies copies;
    private final LinliClock clock;
    private final PresencePolicy policy;

    @Inject
    ArrivalUseCase(
            ScanUseCase orders,
            Presences presences,
            PresenceLog log,
            Codes codes,
            Proving proving,
            Attendance attendance,
            Copies copies,
            LinliClock clock,
            PresencePolicy policy) {
        this.orders = orders;
        this.presences = presences;
        this.log = log;
        this.codes = codes;
        this.proving = proving;
        this.attendance = attendance;
        this.copies = copies;
        this.clock = clock;
        this.policy = policy;
    }

    /** Opens a pair where the caller says, or where the scanned code says. */
    @WithTransaction
    Uni<Outcome<CheckInView>> arrive(Caller caller, UUID stated, Proof proof) {
        return Steps.then(
                Proving.wellFormed(proof).then(whole -> codes.serviceOf(stated, whole)),
                service -> attendance
                        .hold(service)
                        .chain(terms -> terms == null
                                ? orders.arrive(caller, service, proof)
                                : arrive(terms, new Shown(caller, proof, clock.now()))));
    }

    private Uni<Outcome<CheckInView>> arrive(SessionTerms terms, Shown shown) {
        return mayCome(terms, shown)
                .map(may -> may.then(open -> policy.inTime(open, shown.now()))
                        .then(timely -> proving.prove(Occasion.of(timely), shown)))
                .chain(proven -> Steps.then(
                        proven,
                        by -> room(terms, shown).chain(room -> Steps.keep(room, number -> open(terms, shown, by)))));
    }

    /** Somebody who is no volunteer does not learn that there is such a session. */
    private Uni<Outcome<SessionTerms>> mayCome(SessionTerms terms, Shown shown) {
        UUID volunteer = shown.caller().volunteerId();
        if (volunteer == null || !terms.published()) {
            return Steps.refused(KitRefusal.NOT_FOUND);
        }
        return attendance
                .placeOf(terms, volunteer)
                .chain(place -> Steps.then(
                        place,
                        itself -> copies.serving(shown.caller())
                                .map(serving -> serving.mayServe()
                                        ? Outcome.done(itself)
                                        : Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE))));
    }

    private Uni<Outcome<Integer>> room(SessionTerms terms, Shown shown) {
        Instant now = shown.now();
        return presences
                .busy(shown.caller().volunteerId(), terms.sessionId(), LinliClock.dayOf(now), now, now)
                .map(policy::room);
    }

    private Uni<CheckInView> open(SessionTerms terms, Shown shown, Proving.Proven proven) {
        Caller caller = shown.caller();
        Presence presence =
                Presence.arrive(Ids.next(), Occasion.of(terms), caller.volunteerId(), proven.by(), shown.now());
        return log.arrived(presence, proven.evidence(shown))
                .call(() ->
                        attendance.arrived(terms.sessionId(), caller.volunteerId(), caller.accountId(), shown.now()))
                .map(CheckInView::of);
    }
}
