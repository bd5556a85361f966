package org.linli.activity.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.RequestStatus;

/**
 * A line of an order's history as a caller sees it: who by account and role, never by name.
 *
 * @param position counts from 1
 * @param round 1, and one more for each reopening
 * @param kind what happened
 * @param status where the order stood afterwards
 * @param at when
 * @param secondsSinceSubmission on the clock that started at submission
 * @param byAccount whose sign-in; absent for the clock
 * @param byRole in which capacity
 * @param dispatchId the offer concerned
 * @param teamId the team concerned
 * @param volunteerId the volunteer concerned
 * @param reason what was said about it; why somebody declined is for the station and whoever said it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HopView(
        int position,
        int round,
        HopKind kind,
        RequestStatus status,
        Instant at,
        long secondsSinceSubmission,
        UUID byAccount,
        ActorRole byRole,
        UUID dispatchId,
        UUID teamId,
        UUID volunteerId,
        String reason) {

    static HopView of(HopRow row, String reason) {
        return new HopView(
                row.position,
                row.round,
                row.kind,
                row.status,
                row.at,
                row.seconds,
                row.byAccount,
                row.byRole,
                row.offerId,
                row.teamId,
                row.volunteerId,
                reason);
    }
}
