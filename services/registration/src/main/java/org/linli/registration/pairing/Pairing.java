package org.linli.registration.pairing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.PairingEvent;
import org.linli.contracts.registration.PairingState;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.recipient.RecipientSummary;
import org.linli.registration.volunteer.VolunteerSummary;

/** A volunteer looks after a household for good (结对帮扶). */
@Entity(name = "Pairing")
class Pairing {
    @Id
    private UUID id;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "station_id")
    private UUID stationId;

    private String division;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "started_by")
    private UUID startedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Column(name = "end_reason_encrypted")
    private byte[] endReason;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Pairing() {}

    /**
     * Whether these two may be paired. The volunteer's row must be locked: that decides who gets the last place.
     *
     * @param households with which the volunteer is paired now
     * @param together whether these two are paired already
     * @param limit the most households of one volunteer
     */
    static Outcome<RecipientSummary> judge(
            VolunteerSummary volunteer, RecipientSummary recipient, long households, boolean together, int limit) {
        if (!volunteer.status().mayServe()) {
            return Outcome.refused(RegistrationRefusal.VOLUNTEER_NOT_VERIFIED, "volunteerId");
        }
        if (!volunteer.ageBand().adult()) {
            return Outcome.refused(RegistrationRefusal.PAIRING_NEEDS_ADULT, "volunteerId");
        }
        if (!recipient.active()) {
            return Outcome.refused(RegistrationRefusal.RECIPIENT_WITHDRAWN, "recipientId");
        }
        if (together) {
            return Outcome.refused(RegistrationRefusal.PAIRED_ALREADY);
        }
        return households >= limit
                ? Outcome.refused(RegistrationRefusal.PAIRINGS_FULL, "volunteerId", Map.of("limit", limit))
                : Outcome.done(recipient);
    }

    /** Pairs them; what {@link #judge} says must have been asked before. */
    static Pairing make(UUID id, VolunteerSummary volunteer, RecipientSummary recipient, UUID by, Instant now) {
        Pairing pairing = new Pairing();
        pairing.id = id;
        pairing.volunteerId = volunteer.volunteerId();
        pairing.recipientId = recipient.recipientId();
        pairing.stationId = recipient.stationId();
        pairing.division = recipient.division().value();
        pairing.startedAt = now;
        pairing.startedBy = by;
        pairing.sequence = 1;
        return pairing;
    }

    PairingEvent made() {
        return new PairingEvent.PairingMade(state());
    }

    /**
     * It ends; the row must be locked.
     *
     * @param by null if one of the two left
     * @param reason encrypted for this row; null if nobody gave one
     */
    Outcome<PairingEvent> end(UUID by, byte[] reason, Instant now) {
        if (endedAt != null) {
            return Outcome.refused(RegistrationRefusal.PAIRING_ENDED);
        }
        endedAt = now;
        endedBy = by;
        endReason = reason;
        sequence++;
        return Outcome.done(new PairingEvent.PairingEnded(state()));
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    UUID recipientId() {
        return recipientId;
    }

    UUID stationId() {
        return stationId;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    long sequence() {
        return sequence;
    }

    byte[] endReason() {
        return endReason;
    }

    /** What answers show, with both names as lists show them and the reason in plain words. */
    PairingView view(String volunteerName, String recipientName, String plainReason) {
        return new PairingView(
                id,
                volunteerId,
                volunteerName,
                recipientId,
                recipientName,
                stationId,
                division,
                endedAt == null,
                startedAt,
                endedAt,
                plainReason,
                version);
    }

    private PairingState state() {
        return new PairingState(id, volunteerId, recipientId, stationId, division, endedAt == null, startedAt, endedAt);
    }
}
