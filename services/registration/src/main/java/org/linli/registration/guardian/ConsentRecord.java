package org.linli.registration.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One consent of a guardian, from when until when. Never deleted: it is the evidence that a minor could serve. */
@Entity(name = "ConsentRecord")
@Table(name = "guardian_consent")
class ConsentRecord {
    @Id
    private UUID id;

    @Column(name = "guardianship_id")
    private UUID guardianshipId;

    @Column(name = "guardian_id")
    private UUID guardianId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    private String statement;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Version
    private long version;

    /** For Hibernate. */
    protected ConsentRecord() {}

    /** A guardian consents now. */
    static ConsentRecord give(
            UUID id, UUID guardianshipId, UUID guardianId, ConsentKind kind, String statement, Instant now) {
        ConsentRecord consent = new ConsentRecord();
        consent.id = id;
        consent.guardianshipId = guardianshipId;
        consent.guardianId = guardianId;
        consent.kind = kind;
        consent.statement = statement;
        consent.givenAt = now;
        return consent;
    }

    /** It holds no longer. */
    void end(UUID by, Instant now) {
        endedBy = by;
        endedAt = now;
    }

    boolean inForce() {
        return endedAt == null;
    }

    UUID id() {
        return id;
    }

    UUID guardianId() {
        return guardianId;
    }

    ConsentKind kind() {
        return kind;
    }

    ConsentView view() {
        return new ConsentView(id, guardianId, kind, statement, givenAt, endedAt, version);
    }
}
