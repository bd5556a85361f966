package org.linli.registration.grant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.http.Versioned;

/**
 * A grant as its holder and those responsible see it.
 *
 * @param accountId who holds it
 * @param division below which division; 000000000000 for everywhere
 * @param stationId only for this station; absent if not
 * @param teamId only for this team; absent if not
 * @param activityId only for this activity; absent if not
 * @param from first moment it counts
 * @param until first moment it no longer counts; absent if open
 * @param grantedBy account that gave it; absent if the configuration did
 * @param revokedAt when it was revoked; absent while in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleGrantView(
        UUID id,
        UUID accountId,
        Role role,
        String division,
        UUID stationId,
        UUID teamId,
        UUID activityId,
        Instant from,
        Instant until,
        UUID grantedBy,
        Instant grantedAt,
        UUID revokedBy,
        Instant revokedAt,
        @JsonIgnore long version)
        implements Versioned {}
