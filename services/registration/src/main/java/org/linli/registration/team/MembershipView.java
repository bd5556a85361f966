package org.linli.registration.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.kit.http.Versioned;

/**
 * A membership as the volunteer and the team see it.
 *
 * @param decidedAt when the team approved or declined; absent before
 * @param endedAt when the volunteer left or was removed; absent before
 * @param reason why it was declined or ended; absent if none was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembershipView(
        UUID id,
        UUID teamId,
        UUID volunteerId,
        MembershipStatus status,
        Instant requestedAt,
        Instant decidedAt,
        Instant endedAt,
        String reason,
        @JsonIgnore long version)
        implements Versioned {}
