package org.linli.points.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/** A version of a badge's rule as everybody may read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BadgeRuleView(
        UUID id,
        String code,
        int ruleVersion,
        BadgeKind kind,
        int threshold,
        Integer minimumReviews,
        String name,
        String description,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant publishedAt,
        long version)
        implements Versioned {}
