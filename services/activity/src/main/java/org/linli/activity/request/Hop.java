package org.linli.activity.request;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.RequestStatus;

/**
 * One line of an order's history.
 *
 * @param requestId the order
 * @param position counts from 1
 * @param round 1, and one more for each reopening
 * @param kind what happened
 * @param status where the order stood afterwards
 * @param at when
 * @param seconds since submission
 * @param by who
 * @param offerId the offer concerned; null if none
 * @param teamId the team concerned; null if none
 * @param volunteerId the volunteer concerned; null if none
 * @param reason what was said about it; null if nothing
 */
record Hop(
        UUID requestId,
        int position,
        int round,
        HopKind kind,
        RequestStatus status,
        Instant at,
        long seconds,
        Actor by,
        UUID offerId,
        UUID teamId,
        UUID volunteerId,
        String reason) {}
