package org.linli.points.badge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * A badge of somebody.
 *
 * @param revokedAt absent while it counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BadgeView(
        UUID id,
        UUID volunteerId,
        String code,
        int ruleVersion,
        String name,
        String description,
        String division,
        Instant awardedAt,
        Instant revokedAt,
        String revokeReason,
        @JsonIgnore long version)
        implements Versioned {}
