package org.linli.activity.request;

import static org.linli.contracts.activity.RequestStatus.ACCEPTED;
import static org.linli.contracts.activity.RequestStatus.CANCELLED;
import static org.linli.contracts.activity.RequestStatus.COMPLETED;
import static org.linli.contracts.activity.RequestStatus.DISPATCHED;
import static org.linli.contracts.activity.RequestStatus.IN_SERVICE;
import static org.linli.contracts.activity.RequestStatus.REJECTED;
import static org.linli.contracts.activity.RequestStatus.SUBMITTED;
import static org.linli.contracts.activity.RequestStatus.VERIFIED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.contracts.activity.ReviewSide;
import org.linli.kit.Outcome;

/**
 * An order for help (点单) on its way: submitted → verified → dispatched → accepted → in service → completed, with the
 * ways out and back. Every move checks that it is legal, changes the order and gives one event and one line of history;
 * a refused move changes nothing. The clock starts at submission and is never reset, not even by a reopening.
 */
@Entity
@Table(name = "help_request")
class HelpRequest {
    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Embedded
    private Ordered ordered;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private int round;

    private int hops;

    @Column(name = "escalation_level")
    private int escalationLevel;

    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "team_id")
    private UUID teamId;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Column(name = "recipient_stars")
    private Integer recipientStars;

    @Column(name = "volunteer_stars")
    private Integer volunteerStars;

    protected HelpRequest() {}

    /** A new order; {@link #submit} tells of it. */
    HelpRequest(UUID id, Ordered ordered) {
        this.id = id;
        this.ordered = ordered;
        this.status = SUBMITTED;
        this.round = 1;
    }

    /** Tells that the order is there; once, after it was made. */
    Moved submit(Actor by) {
        return moved(HopKind.SUBMITTED, by, null, ordered.submittedAt(), ActivityEvent.RequestSubmitted::new);
    }

    /** The station checked it and answers in time (志愿服务条例 art. 13): it goes into the pool. */
    Outcome<Moved> verify(Actor by, Instant now) {
        if (status != SUBMITTED) {
            return refused(ActivityRefusal.REQUEST_NOT_SUBMITTED);
        }
        status = VERIFIED;
        return done(HopKind.VERIFIED, by, null, now, ActivityEvent.RequestVerified::new);
    }

    /** The station refuses it with a reason. */
    Outcome<Moved> reject(Actor by, String reason, Instant now) {
        if (status != SUBMITTED) {
            return refused(ActivityRefusal.REQUEST_NOT_SUBMITTED);
        }
        status = REJECTED;
        return done(HopKind.REJECTED, by, reason, now, ActivityEvent.RequestRejected::new);
    }

    /** Offers it (派单) from the pool. */
    Outcome<Moved> dispatch(Offer offer, UUID newOfferId, Actor by, Instant now) {
        if (status != VERIFIED) {
            return refused(ActivityRefusal.REQUEST_NOT_IN_POOL);
        }
        status = DISPATCHED;
        offerId = newOfferId;
        switch (offer) {
            case Offer.ToVolunteer(UUID volunteer) -> volunteerId = volunteer;
            case Offer.ToTeam(UUID team) -> teamId = team;
        }
        return done(HopKind.DISPATCHED, by, null, now, ActivityEvent.RequestDispatched::new);
    }

    /** A volunteer takes it (接单): the one it was offered to, or the first of the team. */
    Outcome<Moved> accept(UUID volunteer, boolean memberOfTeam, Actor by, Instant now) {
        return switch (status) {
            case ACCEPTED, IN_SERVICE, COMPLETED -> refused(ActivityRefusal.REQUEST_TAKEN);
            case SUBMITTED, REJECTED, VERIFIED, CANCELLED -> refused(ActivityRefusal.REQUEST_NOT_OFFERED);
            case DISPATCHED -> {
                if (teamId != null ? !memberOfTeam : !volunteer.equals(volunteerId)) {
                    yield refused(ActivityRefusal.OFFER_NOT_YOURS);
                }
                status = ACCEPTED;
                volunteerId = volunteer;
                yield done(HopKind.ACCEPTED, by, null, now, ActivityEvent.RequestAccepted::new);
            }
        };
    }

    /**
     * Goes back to the pool: the offer is declined, or whoever accepted cannot come and says so in time (志愿服务条例 art.
     * 22).
     *
     * @param declinedBy the volunteer who declines, for oneself or, as its leader, for the team
     */
    Outcome<Moved> decline(UUID declinedBy, Actor by, String reason, Instant now) {
        if (status != DISPATCHED && status != ACCEPTED) {
            return refused(ActivityRefusal.REQUEST_NOT_OFFERED);
        }
        status = VERIFIED;
        Outcome<Moved> declined = done(
                HopKind.DECLINED,
                by,
                reason,
                now,
                state -> new ActivityEvent.RequestDeclined(pooled(state), declinedBy));
        leaveOffer();
        return declined;
    }

    /** Nobody answered the offer in time: back to the pool. Refused if that offer is no longer open. */
    Outcome<Moved> timeOut(UUID expired, Instant now) {
        if (status != DISPATCHED || !expired.equals(offerId)) {
            return refused(ActivityRefusal.REQUEST_NOT_OFFERED);
        }
        UUID offeredTo = teamId == null ? volunteerId : teamId;
        status = VERIFIED;
        Outcome<Moved> timedOut = done(
                HopKind.TIMED_OUT,
                Actor.CLOCK,
                null,
                now,
                state -> new ActivityEvent.RequestTimedOut(pooled(state), offeredTo));
        leaveOffer();
        return timedOut;
    }

    /** The volunteer begins, or checks in. */
    Outcome<Moved> start(Actor by, Instant now) {
        if (status != ACCEPTED) {
            return refused(ActivityRefusal.REQUEST_NOT_ACCEPTED);
        }
        status = IN_SERVICE;
        return done(HopKind.STARTED, by, null, now, ActivityEvent.RequestStarted::new);
    }

    /** The work is done, and whoever came has left. */
    Outcome<Moved> complete(boolean anybodyPresent, Actor by, Instant now) {
        if (status != IN_SERVICE) {
            return refused(ActivityRefusal.REQUEST_NOT_IN_SERVICE);
        }
        if (anybodyPresent) {
            return Outcome.refused(ActivityRefusal.STILL_PRESENT);
        }
        status = COMPLETED;
        return done(HopKind.COMPLETED, by, null, now, ActivityEvent.RequestCompleted::new);
    }

    /** One side reviews the other (评单), once a round. */
    Outcome<Moved> review(ReviewSide side, int stars, Actor by, Instant now) {
        if (status != COMPLETED) {
            return refused(ActivityRefusal.REQUEST_NOT_COMPLETED);
        }
        Integer before = side == ReviewSide.RECIPIENT ? recipientStars : volunteerStars;
        if (before != null) {
            return Outcome.refused(ActivityRefusal.ALREADY_REVIEWED);
        }
        switch (side) {
            case RECIPIENT -> recipientStars = stars;
            case VOLUNTEER -> volunteerStars = stars;
        }
        return done(HopKind.REVIEWED, by, null, now, state -> new ActivityEvent.RequestReviewed(state, side, stars));
    }

    /** After a bad review of the recipient the work goes on until it is solved: back to the pool, one round more. */
    Outcome<Moved> reopen(int upToStars, Actor by, String reason, Instant now) {
        if (status != COMPLETED) {
            return refused(ActivityRefusal.REQUEST_NOT_COMPLETED);
        }
        if (recipientStars == null || recipientStars > upToStars) {
            return Outcome.refused(ActivityRefusal.REOPENING_NEEDS_BAD_REVIEW, null, Map.of("stars", upToStars));
        }
        leaveOffer();
        status = VERIFIED;
        round++;
        escalationLevel = 0;
        recipientStars = null;
        volunteerStars = null;
        return done(HopKind.REOPENED, by, reason, now, ActivityEvent.RequestReopened::new);
    }

    /** It is withdrawn; not any more once it is over, nor while somebody is there. */
    Outcome<Moved> cancel(boolean anybodyPresent, Actor by, String reason, Instant now) {
        return switch (status) {
            case REJECTED, COMPLETED, CANCELLED -> refused(ActivityRefusal.REQUEST_CLOSED);
            case SUBMITTED, VERIFIED, DISPATCHED, ACCEPTED, IN_SERVICE -> {
                if (anybodyPresent) {
                    yield Outcome.refused(ActivityRefusal.STILL_PRESENT);
                }
                status = CANCELLED;
                yield done(HopKind.CANCELLED, by, reason, now, ActivityEvent.RequestCancelled::new);
            }
        };
    }

    /** Nobody has taken it in time: the next level is shown it. Once a round; refused if no longer needed. */
    Outcome<Moved> escalate(int ofRound, Instant now) {
        boolean waiting = status == SUBMITTED || status == VERIFIED || status == DISPATCHED;
        if (!waiting || round != ofRound || escalationLevel > 0) {
            return refused(ActivityRefusal.REQUEST_CLOSED);
        }
        escalationLevel = 1;
        return done(
                HopKind.ESCALATED,
                Actor.CLOCK,
                null,
                now,
                state -> new ActivityEvent.RequestEscalated(state, escalationLevel));
    }

    private void leaveOffer() {
        offerId = null;
        teamId = null;
        volunteerId = null;
    }

    /** The state in the pool; the line of history still names the offer that was left. */
    private static RequestState pooled(RequestState offered) {
        return new RequestState(
                offered.requestId(),
                offered.recipientId(),
                offered.stationId(),
                offered.division(),
                offered.category(),
                offered.status(),
                null,
                null,
                null,
                offered.submittedAt(),
                offered.secondsSinceSubmission(),
                offered.round());
    }

    private Outcome<Moved> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    private Outcome<Moved> done(
            HopKind kind, Actor by, String reason, Instant now, Function<RequestState, ActivityEvent> event) {
        return Outcome.done(moved(kind, by, reason, now, event));
    }

    private Moved moved(
            HopKind kind, Actor by, String reason, Instant now, Function<RequestState, ActivityEvent> event) {
        sequence++;
        hops++;
        long seconds = Math.max(0, Duration.between(ordered.submittedAt(), now).toSeconds());
        RequestState state = new RequestState(
                id,
                ordered.recipientId(),
                ordered.stationId(),
                ordered.division(),
                ordered.category(),
                status,
                offerId,
                teamId,
                volunteerId,
                ordered.submittedAt(),
                seconds,
                round);
        Hop hop = new Hop(id, hops, round, kind, status, now, seconds, by, offerId, teamId, volunteerId, reason);
        return new Moved(event.apply(state), sequence, hop);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Ordered ordered() {
        return ordered;
    }

    RequestStatus status() {
        return status;
    }

    int round() {
        return round;
    }

    int escalationLevel() {
        return escalationLevel;
    }

    UUID offerId() {
        return offerId;
    }

    UUID teamId() {
        return teamId;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    Integer recipientStars() {
        return recipientStars;
    }

    Integer volunteerStars() {
        return volunteerStars;
    }
}
