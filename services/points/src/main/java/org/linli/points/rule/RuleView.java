package org.linli.points.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.http.Versioned;

/** A rule version as everybody may read it: what service is worth is no secret. Amounts in hundredths of a point. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleView(
        UUID id,
        String code,
        int ruleVersion,
        RuleKind kind,
        String unit,
        long amount,
        Map<ServiceCategory, Long> categoryAmounts,
        Integer minimumStars,
        LocalDate validFrom,
        LocalDate validUntil,
        UUID activityId,
        UUID projectId,
        Instant publishedAt,
        long version)
        implements Versioned {

    static RuleView of(PointsRule rule) {
        RuleTerms terms = rule.terms();
        return new RuleView(
                rule.id(),
                terms.reference().code(),
                terms.reference().version(),
                terms.kind(),
                terms.unit(),
                terms.amount(),
                new TreeMap<>(terms.categoryAmounts()),
                terms.minimumStars(),
                terms.validFrom(),
                terms.validUntil(),
                terms.names().activityId(),
                terms.names().projectId(),
                rule.publishedAt(),
                rule.rowVersion());
    }
}
