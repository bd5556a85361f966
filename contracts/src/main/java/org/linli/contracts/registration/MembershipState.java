package org.linli.contracts.registration;

import java.util.UUID;

/**
 * Whether a volunteer belongs to a team.
 *
 * @param membershipId the membership
 * @param teamId the team
 * @param volunteerId the volunteer
 * @param status where it stands
 */
public record MembershipState(UUID membershipId, UUID teamId, UUID volunteerId, MembershipStatus status) {

    /** Where a membership stands. */
    public enum MembershipStatus {
        REQUESTED,
        ACTIVE,
        DECLINED,
        ENDED
    }
}
