package org.linli.activity.checkin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.PresenceState;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/** A pair of check-in and check-out (签到签退): opened once, closed once, never changed; the database sees to it. */
@Entity
@Table(name = "check_in")
class Presence {
    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Column(name = "request_id", updatable = false)
    private UUID requestId;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "volunteer_id", updatable = false)
    private UUID volunteerId;

    @Column(updatable = false)
    private String division;

    @Column(name = "service_day", updatable = false)
    private LocalDate serviceDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "in_by", updatable = false)
    private PresenceProof inBy;

    @Column(name = "in_at", updatable = false)
    private Instant inAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "out_by")
    private PresenceProof outBy;

    @Column(name = "out_at")
    private Instant outAt;

    protected Presence() {}

    /**
     * Somebody arrived.
     *
     * @param id the new pair
     * @param occasion the order served or the session attended
     * @param volunteer who
     * @param proof how it is proven
     * @param at when
     */
    static Presence arrive(UUID id, Occasion occasion, UUID volunteer, PresenceProof proof, Instant at) {
        Presence presence = new Presence();
        presence.id = id;
        presence.requestId = occasion.requestId();
        presence.sessionId = occasion.sessionId();
        presence.volunteerId = volunteer;
        presence.division = occasion.served().division().value();
        presence.serviceDay = LinliClock.dayOf(at);
        presence.inBy = proof;
        presence.inAt = at;
        presence.sequence = 1;
        return presence;
    }

    /** Tells of the arrival. */
    ActivityEvent arrived() {
        return new ActivityEvent.CheckedIn(state());
    }

    /**
     * Whoever was there leaves.
     *
     * @param at when; not before the arrival
     */
    Outcome<ActivityEvent> leave(PresenceProof proof, Instant at) {
        if (outAt != null) {
            return Outcome.refused(ActivityRefusal.ALREADY_CHECKED_OUT);
        }
        outBy = proof;
        outAt = at;
        sequence++;
        return Outcome.done(new ActivityEvent.CheckedOut(state()));
    }

    /** Who was there told of it afterwards, under a name that the device gave it. */
    void claimed(UUID claim) {
        claimId = claim;
    }

    PresenceState state() {
        return new PresenceState(id, requestId, sessionId, volunteerId, division, inBy, inAt, outBy, outAt);
    }

    boolean isOf(UUID volunteer) {
        return volunteerId.equals(volunteer);
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    long sequence() {
        return sequence;
    }

    UUID requestId() {
        return requestId;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    LocalDate serviceDay() {
        return serviceDay;
    }

    Instant inAt() {
        return inAt;
    }
}
