package org.linli.contracts.activity;

import java.util.UUID;
import org.linli.contracts.Inside;

/**
 * An organisation's claim to a project (认领) as it stands. What was written about it stays in activity.
 *
 * @param claimId the claim
 * @param projectId the project
 * @param division where the organisation belongs, 12 digits
 * @param teamId the team that claims it; null if a station does
 * @param stationId the station that claims it; null if a team does
 * @param accountId who made the project, and is told of claims
 * @param status where it stands
 */
public record ProjectClaimState(
        UUID claimId,
        UUID projectId,
        String division,
        UUID teamId,
        UUID stationId,
        @Inside UUID accountId,
        ProjectClaimStatus status) {}
