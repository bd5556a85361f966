package org.linli.kit.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody else did with a person's file, as the person reads it. Who it was is told by role and
 * station,
 * not by name.
 *
 * @param at when
 * @param action code of what was done
 * @param what the same in the reader's language
 * @param role code of the role in which it was done; absent if in none
 * @param who the same in the reader's language
 * @param stationId station for which alone the role is held; absent if for a division
 * @param division where; absent if nowhere in particular
 * @param reason as it was given; absent if none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessView(
        Instant at,
        String action,
        String what,
        String role,
        String who,
        UUID stationId,
        String division,
        String reason) {}
