package org.linli.contracts.registration;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.Inside;
import org.linli.contracts.Role;

/**
 * A role in force or revoked.
 *
 * @param grantId the grant
 * @param accountId who holds it
 * @param role what it allows
 * @param division below which division, 12 digits
 * @param divisionPrefix the digits all divisions below it share (its level cannot be seen from trailing zeros)
 * @param stationId only for this station; null if for the whole division
 * @param teamId only for this team; null if not
 * @param activityId only for this activity; null if not
 * @param from first moment it counts
 * @param until first moment it no longer counts; null if open
 * @param revokedAt when it was revoked; null while in force
 */
public record GrantState(
        UUID grantId,
        @Inside UUID accountId,
        Role role,
        String division,
        String divisionPrefix,
        UUID stationId,
        UUID teamId,
        UUID activityId,
        Instant from,
        Instant until,
        Instant revokedAt) {}
