package org.linli.activity.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of history as it is kept; the database refuses to change it. The reason is encrypted. */
@Entity
@Immutable
@Table(name = "service_record_log")
class RecordLogRow {
    static final String TABLE = "service_record_log";

    @Id
    UUID id;

    @Column(name = "record_id")
    UUID recordId;

    @Column(name = "root_id")
    UUID rootId;

    @Enumerated(EnumType.STRING)
    RecordFact fact;

    int minutes;

    @Column(name = "recorded_by")
    UUID recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    byte[] reason;

    protected RecordLogRow() {}

    RecordLogRow(UUID id, RecordMove.Line line, byte[] sealedReason) {
        this.id = id;
        this.recordId = line.recordId();
        this.rootId = line.rootId();
        this.fact = line.fact();
        this.minutes = line.minutes();
        this.recordedBy = line.by();
        this.recordedAt = line.at();
        this.reason = sealedReason;
    }
}
