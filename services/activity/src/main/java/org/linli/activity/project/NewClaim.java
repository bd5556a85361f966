package org.linli.activity.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A claim that somebody makes for an organisation; exactly one of team and station.
 *
 * @param teamId the team; left out if it is a station
 * @param stationId the station; left out if it is a team
 * @param words what the organisation intends: at most 1000 characters, encrypted, for those who decide
 */
record NewClaim(
        UUID teamId,
        UUID stationId,
        @NotBlank @Size(max = 1000) String words) {}
