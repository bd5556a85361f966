package org.linli.activity.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * Where a record comes from: what was served, for whom one went, from when to when (Order 67, art. 7). The address
 * stays with the order.
 *
 * @param volunteerId whose hours
 * @param requestId the order served; null at a session and for a manual entry
 * @param sessionId the session attended; null at an order and for a manual entry
 * @param checkInId the pair of check-in and check-out; null for a manual entry
 * @param teamId the organising team; null without one
 * @param stationId the station; null if not known
 * @param division community, 12 digits
 * @param category kind of service
 * @param startedAt begin; null for imported ones
 * @param endedAt end, not before the begin; null for imported ones
 * @param content what was done, beyond the category, encrypted; null if the order says it
 * @param activityId the activity of the session; null without one
 * @param projectId the project of the library that the activity was held for; null without one
 */
@Embeddable
record Origin(
        @Column(name = "volunteer_id", updatable = false) UUID volunteerId,
        @Column(name = "request_id", updatable = false) UUID requestId,
        @Column(name = "session_id", updatable = false) UUID sessionId,
        @Column(name = "check_in_id", updatable = false) UUID checkInId,
        @Column(name = "team_id", updatable = false) UUID teamId,
        @Column(name = "station_id", updatable = false) UUID stationId,
        @Column(updatable = false) String division,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ServiceCategory category,

        @Column(name = "started_at", updatable = false) Instant startedAt,
        @Column(name = "ended_at", updatable = false) Instant endedAt,
        @Column(updatable = false) byte[] content,
        @Column(name = "activity_id", updatable = false) UUID activityId,
        @Column(name = "project_id", updatable = false) UUID projectId) {
    Origin {
        if ((startedAt == null) != (endedAt == null) || startedAt != null && endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("service has a begin and, not before it, an end");
        }
    }

    /** The same service with another end. */
    Origin until(Instant end) {
        return new Origin(
                volunteerId,
                requestId,
                sessionId,
                checkInId,
                teamId,
                stationId,
                division,
                category,
                startedAt,
                end,
                content,
                activityId,
                projectId);
    }

    /** When service of so many minutes would have ended, never before the end as it stands; null without times. */
    Instant endFor(int minutes) {
        if (startedAt == null) {
            return null;
        }
        Instant needed = startedAt.plusSeconds(60L * minutes);
        return needed.isAfter(endedAt) ? needed : endedAt;
    }
}
