package org.linli.registration.star;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One line of the history of a volunteer's stars. Never changed. */
@Entity(name = "StarEntry")
@Table(name = "star_entry")
class StarEntry {
    @Id
    private UUID id;

    @Column(name = "star_file_id")
    private UUID starFileId;

    @Enumerated(EnumType.STRING)
    private StarAct act;

    private int stars;
    private long minutes;

    @Column(name = "reason_encrypted")
    private byte[] reason;

    @Column(name = "by_account")
    private UUID by;

    private Instant at;

    /** For Hibernate. */
    protected StarEntry() {}

    /**
     * What happened.
     *
     * @param stars proposed, awarded, declined, or left after a downgrade
     * @param minutes on record at that time
     * @param reason encrypted for the row {@code id}; null if nobody decided
     * @param by null if nobody decided
     */
    static StarEntry of(
            UUID id, UUID starFileId, StarAct act, int stars, long minutes, byte[] reason, UUID by, Instant at) {
        StarEntry entry = new StarEntry();
        entry.id = id;
        entry.starFileId = starFileId;
        entry.act = act;
        entry.stars = stars;
        entry.minutes = minutes;
        entry.reason = reason;
        entry.by = by;
        entry.at = at;
        return entry;
    }

    UUID id() {
        return id;
    }

    byte[] reason() {
        return reason;
    }

    StarEntryView view(String plainReason) {
        return new StarEntryView(id, act, stars, minutes, plainReason, at);
    }
}
