package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.record.Proposals;
import org.linli.activity.signup.Attendance;
import org.linli.activity.signup.SessionTerms;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/**
 * Presence at sessions that is told afterwards: by whoever keeps the list, also of people who came without signing up;
 * and by a device that was offline. Neither counts a second time what a code has proven.
 */
@ApplicationScoped
class ToldUseCase {
    private final Presences presences;
    private final PresenceLog log;
    private final Keepers keepers;
    private final Attendance attendance;
    private final Proposals proposals;
    private final LinliClock clock;
    private final PresencePolicy policy;

    @Inject
    ToldUseCase(
            Presences presences,
            PresenceLog log,
            Keepers keepers,
            Attendance attendance,
            Proposals proposals,
            LinliClock clock,
            PresencePolicy policy) {
        this.presences = presences;
        this.log = log;
        this.keepers = keepers;
        this.attendance = attendance;
        this.proposals = proposals;
        this.clock = clock;
        this.policy = policy;
    }

    /** Who was there, from when to when; by which proof, and who tells it. */
    private record Told(
            SessionTerms terms,
            UUID volunteerId,
            Instant arrivedAt,
            Instant leftAt,
            PresenceProof proof,
            UUID claimId,
            Evidence evidence) {
        Instant now() {
            return evidence.recordedAt();
        }
    }

    /** A line of the leader's list. */
    @WithTransaction
    Uni<Outcome<CheckInView>> note(Caller caller, UUID session, UUID volunteer, Instant arrivedAt, Instant leftAt) {
        Instant now = clock.now();
        return held(session)
                .chain(found -> Steps.then(
                        found,
                        terms -> keepers.of(caller, Occasion.of(terms))
                                .map(keeper -> keeper.mayList(volunteer)
                                        .then(keeping -> policy.listed(arrivedAt, leftAt, now))
                                        .then(possible -> policy.told(terms, arrivedAt, leftAt, now)))
                                .map(allowed -> allowed.map(fine -> new Told(
                                        terms,
                                        volunteer,
                                        arrivedAt,
                                        leftAt,
                                        PresenceProof.LEADER_LIST,
                                        null,
                                        Evidence.ofList(caller.accountId(), now))))
                                // what a refusal finds must not be stored yet: the list changes a sign-up
                                .chain(told -> Steps.then(told, this::withRoom))
                                .chain(told -> Steps.then(
                                        told,
                                        line -> attendance
                                                .listed(session, volunteer, caller.accountId(), now)
                                                .chain(there -> Steps.then(there, counted -> keep(line)))))));
    }

    /** What a device kept while it was offline; the same claim again gets the same answer. */
    @WithTransaction
    Uni<Outcome<CheckInView>> claim(Caller caller, Claim claim) {
        if (caller.volunteerId() == null) {
            return Steps.refused(KitRefusal.NOT_FOUND);
        }
        Instant now = clock.now();
        return held(claim.sessionId())
                .chain(found -> Steps.then(
                        found,
                        terms -> attendance
                                .placeOf(terms, caller.volunteerId())
                                .map(place -> place.then(itself -> policy.claimable(itself, now))
                                        .then(timely -> policy.told(timely, claim.arrivedAt(), claim.leftAt(), now))
                                        .map(fine -> new Told(
                                                terms,
                                                caller.volunteerId(),
                                                claim.arrivedAt(),
                                                claim.leftAt(),
                                                PresenceProof.CLAIMED_OFFLINE,
                                                claim.claimId(),
                                                Evidence.ofList(caller.accountId(), now))))
                                .chain(told -> Steps.then(told, this::claimed))));
    }

    private Uni<Outcome<SessionTerms>> held(UUID session) {
        return attendance
                .hold(session)
                .map(terms -> terms == null || !terms.published()
                        ? Outcome.refused(KitRefusal.NOT_FOUND)
                        : Outcome.done(terms));
    }

    private Uni<Outcome<CheckInView>> claimed(Told told) {
        return presences
                .claimed(told.volunteerId(), told.claimId())
                .chain(before -> before != null
                        ? Steps.decided(again(before, told))
                        : presences
                                .lockOpen(told.terms().sessionId(), told.volunteerId())
                                .chain(open -> open == null ? whole(told) : close(open, told)));
    }

    /** The name of a claim stands for one session: elsewhere it would answer with what happened here. */
    private static Outcome<CheckInView> again(Presence before, Told told) {
        return before.sessionId().equals(told.terms().sessionId())
                ? Outcome.done(CheckInView.of(before))
                : Outcome.refused(ActivityRefusal.CLAIM_USED_ELSEWHERE, "claimId");
    }

    /** A code opened the pair, and the device was offline when it was to be closed. */
    private Uni<Outcome<CheckInView>> close(Presence open, Told told) {
        return Steps.then(
                policy.closing(open.inAt(), told.leftAt(), told.now())
                        .then(possible -> open.leave(told.proof(), told.leftAt())),
                departure -> {
                    open.claimed(told.claimId());
                    return left(open, told, departure).map(Outcome::done);
                });
    }

    private Uni<Outcome<CheckInView>> whole(Told told) {
        return withRoom(told).chain(room -> Steps.then(room, this::keep));
    }

    /** The same, if nothing else was done at that time and the day has room for another pair. */
    private Uni<Outcome<Told>> withRoom(Told told) {
        return presences
                .busy(
                        told.volunteerId(),
                        told.terms().sessionId(),
                        LinliClock.dayOf(told.arrivedAt()),
                        told.arrivedAt(),
                        told.leftAt())
                .map(policy::roomAfterwards)
                .map(room -> room.map(number -> told));
    }

    private Uni<Outcome<CheckInView>> keep(Told told) {
        Presence presence = Presence.arrive(
                Ids.next(), Occasion.of(told.terms()), told.volunteerId(), told.proof(), told.arrivedAt());
        presence.claimed(told.claimId());
        return log.arrived(presence, told.evidence())
                .call(() -> attendance.arrived(
                        told.terms().sessionId(),
                        told.volunteerId(),
                        told.evidence().recordedBy(),
                        told.now()))
                .chain(arrived -> Steps.then(
                        arrived.leave(told.proof(), told.leftAt()),
                        departure -> left(arrived, told, departure).map(Outcome::done)));
    }

    private Uni<CheckInView> left(Presence presence, Told told, ActivityEvent departure) {
        return log.left(presence, told.evidence(), departure)
                .call(closed -> proposals.propose(
                        closed.state(),
                        Occasion.of(told.terms()).served(),
                        told.evidence().recordedBy()))
                .map(CheckInView::of);
    }
}
