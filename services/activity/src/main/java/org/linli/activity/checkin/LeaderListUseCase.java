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
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** The leader's list (负责人代签): presence noted down by the station or the leader, for people without a phone. */
@ApplicationScoped
class LeaderListUseCase {
    private final Presences presences;
    private final PresenceLog log;
    private final Keepers keepers;
    private final Copies copies;
    private final Assignments assignments;
    private final Occasions occasions;
    private final Proposals proposals;
    private final LinliClock clock;
    private final PresencePolicy policy;

    @Inject
    LeaderListUseCase(
            Presences presences,
            PresenceLog log,
            Keepers keepers,
            Copies copies,
            Assignments assignments,
            Occasions occasions,
            Proposals proposals,
            LinliClock clock,
            PresencePolicy policy) {
        this.presences = presences;
        this.log = log;
        this.keepers = keepers;
        this.copies = copies;
        this.assignments = assignments;
        this.occasions = occasions;
        this.proposals = proposals;
        this.clock = clock;
        this.policy = policy;
    }

    /** A line of the list: who was there, from when to when. */
    record Line(UUID requestId, UUID volunteerId, Instant arrivedAt, Instant leftAt) {}

    /** Notes down a whole pair and proposes the hours. */
    @WithTransaction
    Uni<Outcome<CheckInView>> note(Caller caller, Line line) {
        Instant now = clock.now();
        return assignments
                .lock(line.requestId())
                .chain(order -> order == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : keepers.of(caller, Occasion.of(order))
                                .map(keeper -> allowed(keeper, order, line, now))
                                .chain(allowed -> Steps.then(allowed, served -> belongs(served, line)))
                                .chain(belongs -> Steps.then(belongs, served -> roomFor(served, line)))
                                .chain(room -> Steps.then(room, served -> started(served, caller, now)))
                                .chain(started -> Steps.keep(started, served -> keep(served, caller, line, now))));
    }

    private Outcome<Assignment> allowed(Keeper keeper, Assignment order, Line line, Instant now) {
        return keeper.mayList(line.volunteerId())
                .then(keeping -> policy.listed(line.arrivedAt(), line.leftAt(), now))
                .then(possible -> PresencePolicy.served(order));
    }

    /** The person noted down serves here and may serve now: a list is no way around a suspension. */
    private Uni<Outcome<Assignment>> belongs(Assignment order, Line line) {
        return copies.volunteer(line.volunteerId())
                .chain(volunteer -> volunteer != null && !volunteer.mayServe()
                        ? Steps.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE, "volunteerId")
                        : belongsTo(order, line));
    }

    private Uni<Outcome<Assignment>> belongsTo(Assignment order, Line line) {
        if (line.volunteerId().equals(order.volunteerId())) {
            return Steps.decided(Outcome.done(order));
        }
        return copies.isActiveMember(order.teamId(), line.volunteerId())
                .map(member -> member
                        ? Outcome.done(order)
                        : Outcome.refused(ActivityRefusal.VOLUNTEER_NOT_OF_REQUEST, "volunteerId"));
    }

    private Uni<Outcome<Assignment>> roomFor(Assignment order, Line line) {
        return presences
                .busy(
                        line.volunteerId(),
                        order.requestId(),
                        LinliClock.dayOf(line.arrivedAt()),
                        line.arrivedAt(),
                        line.leftAt())
                .map(busy -> policy.roomAfterwards(busy).map(number -> order));
    }

    private Uni<Outcome<Assignment>> started(Assignment order, Caller caller, Instant now) {
        return order.status() == RequestStatus.COMPLETED
                ? Steps.decided(Outcome.done(order))
                : assignments.start(order.requestId(), caller, now);
    }

    private Uni<CheckInView> keep(Assignment order, Caller caller, Line line, Instant now) {
        Presence presence = Presence.arrive(
                Ids.next(), Occasion.of(order), line.volunteerId(), PresenceProof.LEADER_LIST, line.arrivedAt());
        Evidence evidence = Evidence.ofList(caller.accountId(), now);
        return log.arrived(presence, evidence)
                .chain(arrived -> Steps.keep(
                        arrived.leave(PresenceProof.LEADER_LIST, line.leftAt()),
                        departure -> close(arrived, Occasion.of(order), evidence, departure)))
                .map(closed -> CheckInView.of(presence));
    }

    /** Closes the open pair of somebody who went without checking out. */
    @WithTransaction
    Uni<Outcome<CheckInView>> noteDeparture(Caller caller, UUID id, Instant leftAt) {
        Instant now = clock.now();
        return presences
                .lock(id)
                .chain(presence -> presence == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : occasions
                                .of(presence)
                                .chain(at -> keepers.of(caller, at)
                                        .map(keeper -> keeper.mayList(presence.volunteerId())
                                                .then(keeping -> policy.closing(presence.inAt(), leftAt, now))
                                                .then(possible -> presence.leave(PresenceProof.LEADER_LIST, leftAt)))
                                        .chain(left -> Steps.keep(
                                                left,
                                                departure -> close(
                                                        presence,
                                                        at,
                                                        Evidence.ofList(caller.accountId(), now),
                                                        departure)))));
    }

    private Uni<CheckInView> close(Presence presence, Occasion at, Evidence evidence, ActivityEvent departure) {
        return log.left(presence, evidence, departure)
                .call(closed -> proposals.propose(closed.state(), at.served(), evidence.recordedBy()))
                .map(CheckInView::of);
    }
}
