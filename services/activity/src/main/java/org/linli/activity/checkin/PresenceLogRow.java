package org.linli.activity.checkin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.activity.PresenceState.PresenceProof;

/** A line of the log of presence; the database refuses to change it. */
@Entity
@Immutable
@Table(name = "check_in_log")
class PresenceLogRow {
    /** What a line tells. */
    enum PresenceFact {
        ARRIVED,
        LEFT
    }

    @Id
    UUID id;

    @Column(name = "check_in_id")
    UUID checkInId;

    @Enumerated(EnumType.STRING)
    PresenceFact fact;

    Instant at;

    @Enumerated(EnumType.STRING)
    PresenceProof proof;

    @Column(name = "recorded_by")
    UUID recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "distance_metres")
    Integer distanceMetres;

    @Column(name = "accuracy_metres")
    Integer accuracyMetres;

    protected PresenceLogRow() {}

    PresenceLogRow(UUID id, Presence presence, PresenceFact fact, Evidence evidence) {
        boolean arrived = fact == PresenceFact.ARRIVED;
        this.id = id;
        this.checkInId = presence.id();
        this.fact = fact;
        this.at = arrived ? presence.state().inAt() : presence.state().outAt();
        this.proof = arrived ? presence.state().inBy() : presence.state().outBy();
        this.recordedBy = evidence.recordedBy();
        this.recordedAt = evidence.recordedAt();
        this.distanceMetres = evidence.distanceMetres();
        this.accuracyMetres = evidence.accuracyMetres();
    }
}
