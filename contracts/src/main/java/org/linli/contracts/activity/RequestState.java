package org.linli.contracts.activity;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * An order for help as it stands. Its place, text and reasons stay in activity.
 *
 * @param requestId the order
 * @param recipientId who asked; null if a station asked without a known recipient
 * @param stationId the station that handles it; null before one is known
 * @param division community of the order, 12 digits
 * @param category kind of help
 * @param status where it stands
 * @param dispatchId the current offer; null without one
 * @param teamId the team it was offered to; null without one
 * @param volunteerId who is offered or does it; null without one
 * @param submittedAt when the clock started
 * @param secondsSinceSubmission how long after submission this happened
 * @param round 1, and one more for each reopening
 */
public record RequestState(
        UUID requestId,
        UUID recipientId,
        UUID stationId,
        String division,
        ServiceCategory category,
        RequestStatus status,
        UUID dispatchId,
        UUID teamId,
        UUID volunteerId,
        Instant submittedAt,
        long secondsSinceSubmission,
        int round) {}
