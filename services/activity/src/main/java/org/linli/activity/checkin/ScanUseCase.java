package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.record.Proposals;
import org.linli.activity.request.Assignment;
import org.linli.activity.request.Assignments;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Checks volunteers in at an order, and out of an order or a session, by the rotating code. */
@ApplicationScoped
class ScanUseCase {
    private final Presences presences;
    private final PresenceLog log;
    private final Proving proving;
    private final Assignments assignments;
    private final Occasions occasions;
    private final Copies copies;
    private final Proposals proposals;
    private final LinliClock clock;
    private final PresencePolicy policy;

    @Inject
    ScanUseCase(
            Presences presences,
            PresenceLog log,
            Proving proving,
            Assignments assignments,
            Occasions occasions,
            Copies copies,
            Proposals proposals,
            LinliClock clock,
            PresencePolicy policy) {
        this.presences = presences;
        this.log = log;
        this.proving = proving;
        this.assignments = assignments;
        this.occasions = occasions;
        this.copies = copies;
        this.proposals = proposals;
        this.clock = clock;
        this.policy = policy;
    }

    /** Opens a pair; the order is in service from then on. */
    @WithTransaction
    Uni<Outcome<CheckInView>> arrive(Caller caller, UUID request, Proof proof) {
        Shown shown = new Shown(caller, proof, clock.now());
        return Steps.then(
                Proving.wellFormed(proof),
                whole -> assignments
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
        Outcome<Proving.Proven> proven = PresencePolicy.open(order)
                .then(open -> policy.inTime(open, shown.now()))
                .then(timely -> proving.prove(Occasion.of(timely), shown));
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
                .map(busy -> policy.room(busy));
    }

    private Uni<CheckInView> open(Assignment order, Shown shown, Proving.Proven proven) {
        Presence presence =
                Presence.arrive(Ids.next(), Occasion.of(order), order.volunteerId(), proven.by(), shown.now());
        return log.arrived(presence, proven.evidence(shown)).map(CheckInView::of);
    }

    /** Closes a pair and proposes the hours. */
    @WithTransaction
    Uni<Outcome<CheckInView>> leave(Caller caller, UUID id, Proof proof) {
        Shown shown = new Shown(caller, proof, clock.now());
        return Steps.then(
                Proving.wellFormed(proof),
                whole -> presences
                        .lock(id)
                        .map(presence -> own(presence, caller))
                        .chain(own -> Steps.then(own, presence -> leave(presence, shown))));
    }

    private Uni<Outcome<CheckInView>> leave(Presence presence, Shown shown) {
        return occasions
                .of(presence)
                .chain(at -> Steps.then(
                        proving.prove(at, shown),
                        proven -> Steps.keep(
                                presence.leave(proven.by(), shown.now()),
                                departure -> close(presence, at, shown, proven, departure))));
    }

    private Uni<CheckInView> close(
            Presence presence, Occasion at, Shown shown, Proving.Proven proven, ActivityEvent departure) {
        return log.left(presence, proven.evidence(shown), departure)
                .call(closed -> proposals.propose(
                        closed.state(), at.served(), shown.caller().accountId()))
                .map(CheckInView::of);
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
