package org.linli.activity.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An offer (派单) and how it was answered. The order's row is locked whenever an offer is made or answered. */
@Entity
@Table(name = "request_offer")
class RequestOffer {

    /** How an offer ended. */
    enum Answer {
        ACCEPTED,
        DECLINED,
        TIMED_OUT,
        /** The order was cancelled meanwhile. */
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    private int round;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Column(name = "team_id")
    private UUID teamId;

    @Column(name = "offered_by")
    private UUID offeredBy;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected RequestOffer() {}

    /** A new offer from the line of history that tells of it. */
    RequestOffer(Hop dispatched, Duration open) {
        this.id = dispatched.offerId();
        this.requestId = dispatched.requestId();
        this.round = dispatched.round();
        this.volunteerId = dispatched.volunteerId();
        this.teamId = dispatched.teamId();
        this.offeredBy = dispatched.by().accountId();
        this.offeredAt = dispatched.at();
        this.expiresAt = dispatched.at().plus(open);
    }

    /** Ends it; an offer that was accepted and then given back keeps its first answer. */
    void answered(Answer how, UUID by, Instant at) {
        if (answer == null) {
            answer = how;
            answeredBy = by;
            answeredAt = at;
        }
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    int round() {
        return round;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    UUID teamId() {
        return teamId;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Answer answer() {
        return answer;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
