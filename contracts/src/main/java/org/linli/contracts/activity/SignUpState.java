package org.linli.contracts.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Inside;

/**
 * Somebody's sign-up for a session (报名) as it stands. Reasons stay in activity.
 *
 * @param signUpId the sign-up
 * @param sessionId the session
 * @param activityId its activity
 * @param volunteerId who comes
 * @param accountId the volunteer's sign-in, who is told; null without one
 * @param guardianAccountIds sign-ins of those who stand for a minor when this is told, and are told too; empty for
 *     adults
 * @param division where the session takes place, 12 digits
 * @param teamId the team that holds it; null if a station or district does
 * @param status where it stands
 * @param position 1 for whoever is next on the waitlist when this was told; null for those who do not wait
 * @param offeredUntil until when an offered place is kept; null without an offer
 * @param guests how many people come along, each on a place of their own
 * @param startsAt begin of the session when this was told
 * @param endsAt end of the session when this was told
 */
public record SignUpState(
        UUID signUpId,
        UUID sessionId,
        UUID activityId,
        UUID volunteerId,
        @Inside UUID accountId,
        @Inside List<UUID> guardianAccountIds,
        String division,
        UUID teamId,
        SignUpStatus status,
        Integer position,
        Instant offeredUntil,
        int guests,
        Instant startsAt,
        Instant endsAt) {
    public SignUpState {
        guardianAccountIds = guardianAccountIds == null ? List.of() : List.copyOf(guardianAccountIds);
    }

    /** The same, told to those who stand for the minor now. */
    public SignUpState guardedBy(List<UUID> accounts) {
        return new SignUpState(
                signUpId,
                sessionId,
                activityId,
                volunteerId,
                accountId,
                accounts,
                division,
                teamId,
                status,
                position,
                offeredUntil,
                guests,
                startsAt,
                endsAt);
    }
}
