package org.linli.registration.guardian;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * A guardian as the family and those responsible see them.
 *
 * @param name masked, 张**
 * @param phone masked, 138****0000
 * @param confirmedAt when the own sign-in was linked; absent before
 * @param endedAt since when they stand for the minor no longer; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuardianView(
        UUID id,
        UUID volunteerId,
        Relationship relationship,
        String name,
        String phone,
        GuardianStatus status,
        Instant namedAt,
        Instant confirmedAt,
        Instant endedAt,
        @JsonIgnore long version)
        implements Versioned {}
