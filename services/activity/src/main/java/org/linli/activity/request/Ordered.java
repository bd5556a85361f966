package org.linli.activity.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;

/**
 * What was ordered, checked and ready to be kept; it never changes. What a person wrote is encrypted.
 *
 * @param recipientId for whom
 * @param stationId the station that handles it; null if none is known
 * @param division community of the order, 12 digits
 * @param category kind of help
 * @param skills codes of skills that would help
 * @param channel how it came in
 * @param submittedBy the account that ordered (product R12)
 * @param submittedAt when the clock started
 * @param description what is wanted, encrypted
 * @param risks what a helper should know, encrypted; null if nothing
 * @param place where, encrypted
 * @param wantedFrom earliest time wanted; null if any
 * @param wantedUntil latest time wanted; null if any
 */
@Embeddable
record Ordered(
        @Column(name = "recipient_id", updatable = false) UUID recipientId,
        @Column(name = "station_id", updatable = false) UUID stationId,
        @Column(updatable = false) String division,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ServiceCategory category,

        @Column(updatable = false) String[] skills,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        Channel channel,

        @Column(name = "submitted_by", updatable = false) UUID submittedBy,
        @Column(name = "submitted_at", updatable = false) Instant submittedAt,
        @Column(updatable = false) byte[] description,
        @Column(updatable = false) byte[] risks,
        @Column(updatable = false) byte[] place,
        @Column(name = "wanted_from", updatable = false) Instant wantedFrom,
        @Column(name = "wanted_until", updatable = false) Instant wantedUntil) {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** The community as a code. */
    DivisionCode community() {
        return new DivisionCode(division);
    }

    /** Until when whoever takes it is busy; without an end it is taken to last an hour. Null if it names no time. */
    Instant busyUntil() {
        return wantedFrom == null || wantedUntil != null ? wantedUntil : wantedFrom.plus(AN_HOUR);
    }

    /** Codes of skills that would help. */
    List<String> wantedSkills() {
        return List.of(skills);
    }
}
