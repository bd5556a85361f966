package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.Steps;
import org.linli.activity.checkin.Presences.Busy;
import org.linli.activity.copy.Copies;
import org.linli.activity.record.Proposals;
import org.linli.activity.request.Assignment;
import org.linli.activity.request.Assignments;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Checks volunteers in and out by the rotating code. */
@ApplicationScoped
class ScanUseCase {
    private final Presences presences;
    private final PresenceLog log;
    private final Codes codes;
    private final Assignments assignments;
    private final Copies copies;
    private final Proposals proposals;
    private final LinliClock clock;
    private final PresencePolicy policy;

    @Inject
    ScanUseCase(
            Presences presences,
            PresenceLog log,
            Codes codes,
            Assignments assignments,
            Copies copies,
            Proposals proposals,
            LinliClock clock,
            PresencePolicy policy) {
        this.presences = presences;
        this.log = log;
        this.codes = codes;
        this.assignments = assignments;
        this.copies = copies;
        this.proposals = proposals;
        this.clock = clock;
        this.policy = policy;
    }

    /** What was shown, by whom, at what time. */
    private record Shown(Caller caller, Proof proof, Instant now) {}

    /** What was accepted as proven. */
    private record Proven(PresenceProof by, Integer distanceMetres) {}

    /** Opens a pair; the order is in service from then on. */
    @WithTransaction
    Uni<Outcome<CheckInView>> arrive(Caller caller, UUID statedRequest, Proof proof) {
        Shown shown = new Shown(caller, proof, clock.now());
        return Steps.then(
                wellFormed(proof).then(whole -> codes.requestOf(statedRequest, whole)),
                request -> assignments
                        .lock(request)
                        .map(order -> taken(order, caller))
                        .chain(taken -> Steps.then(taken, order -> mayServe(order, caller)))
                        .chain(allowed -> Steps.then(allowed, order -> arrive(order, shown))));
    }

    /** Whoever was suspended after taking the order does not begin it; {@link #leave} asks nothing of the kind. */
    private Uni<Outcome<Assignment>> mayServe(Assignment order, Caller caller) {
        return copies.serving(caller)
                .map(serving -> serving.mayServe()
                        ? Outcome.done(order)
                        : Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE));
    }

    private Uni<Outcome<CheckInView>> arrive(Assignment order, Shown shown) {
        Outcome<Proven> proven = PresencePolicy.open(order)
                .then(open -> policy.inTime(open, shown.now()))
                .then(timely -> prove(timely, shown));
        return Steps.then(
                proven,
                by -> roomFor(order, shown.now())
                        .chain(room -> Steps.then(
                                room, number -> assignments.start(order.requestId(), shown.caller(), shown.now())))
                        .chain(started -> Steps.keep(started, service -> open(service, shown, by))));
    }

    private Uni<Outcome<Integer>> roomFor(Assignment order, Instant now) {
        return presences
                .busy(order.volunteerId(), order.requestId(), LinliClock.dayOf(now), now, now)
                .map(busy -> room(busy));
    }

    private Outcome<Integer> room(Busy busy) {
        return busy.open() || busy.overlaps()
                ? Outcome.refused(ActivityRefusal.STILL_CHECKED_IN)
                : policy.another(busy.pairsOfDay());
    }

    private Uni<CheckInView> open(Assignment order, Shown shown, Proven proven) {
        Presence presence = Presence.arrive(
                Ids.next(), order.requestId(), order.volunteerId(), order.division(), proven.by(), shown.now());
        return log.arrived(presence, evidence(shown, proven)).map(CheckInView::of);
    }

    /** Closes a pair and proposes the hours. */
    @WithTransaction
    Uni<Outcome<CheckInView>> leave(Caller caller, UUID id, Proof proof) {
        Shown shown = new Shown(caller, proof, clock.now());
        return Steps.then(
                wellFormed(proof),
                whole -> presences
                        .lock(id)
                        .map(presence -> own(presence, caller))
                        .chain(own -> Steps.then(own, presence -> leave(presence, shown))));
    }

    private Uni<Outcome<CheckInView>> leave(Presence presence, Shown shown) {
        return assignments
                .find(presence.requestId())
                .chain(order -> Steps.then(
                        prove(order, shown),
                        proven -> Steps.keep(
                                presence.leave(proven.by(), shown.now()),
                                departure -> close(presence, order, shown, proven, departure))));
    }

    private Uni<CheckInView> close(
            Presence presence, Assignment order, Shown shown, Proven proven, ActivityEvent departure) {
        return log.left(presence, evidence(shown, proven), departure)
                .call(closed ->
                        proposals.propose(closed.state(), order, shown.caller().accountId()))
                .map(CheckInView::of);
    }

    private Outcome<Proven> prove(Assignment order, Shown shown) {
        UUID volunteer = shown.caller().volunteerId();
        return codes.judge(volunteer, order.requestId(), shown.proof(), shown.now())
                .then(by -> policy.near(
                                Position.of(order.longitude(), order.latitude()),
                                shown.proof().position())
                        .map(metres -> new Proven(by, metres)));
    }

    private static Evidence evidence(Shown shown, Proven proven) {
        return new Evidence(
                shown.caller().accountId(),
                shown.now(),
                proven.distanceMetres(),
                shown.proof().accuracyMetres());
    }

    private static Outcome<Proof> wellFormed(Proof proof) {
        if (!proof.isOneProof()) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, proof.code() == null ? "code" : "digits");
        }
        return proof.isWholePosition()
                ? Outcome.done(proof)
                : Outcome.refused(KitRefusal.INVALID_VALUE, proof.latitude() == null ? "latitude" : "longitude");
    }

    /** Somebody who did not take the order does not learn that there is one. */
    private static Outcome<Assignment> taken(Assignment order, Caller caller) {
        boolean mine = order != null
                && caller.volunteerId() != null
                && caller.volunteerId().equals(order.volunteerId());
        return mine ? Outcome.done(order) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    private static Outcome<Presence> own(Presence presence, Caller caller) {
        return presence != null && presence.isOf(caller.volunteerId())
                ? Outcome.done(presence)
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }
}
