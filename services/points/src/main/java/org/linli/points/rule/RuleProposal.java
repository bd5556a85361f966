package org.linli.points.rule;

import java.time.LocalDate;
import java.util.Map;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/** A rule version somebody wants to publish; see {@link RuleTerms} for its parts. */
record RuleProposal(
        String code,
        RuleKind kind,
        String unit,
        long amount,
        Map<ServiceCategory, Long> categoryAmounts,
        Integer minimumStars,
        LocalDate validFrom,
        LocalDate validUntil,
        Naming names) {
    RuleProposal {
        categoryAmounts = categoryAmounts == null ? Map.of() : Map.copyOf(categoryAmounts);
    }

    /** For everything. */
    RuleProposal(
            String code,
            RuleKind kind,
            String unit,
            long amount,
            Map<ServiceCategory, Long> categoryAmounts,
            Integer minimumStars,
            LocalDate validFrom,
            LocalDate validUntil) {
        this(code, kind, unit, amount, categoryAmounts, minimumStars, validFrom, validUntil, Naming.NOTHING);
    }

    /** Whether its parts belong together, and it does not reach back: what is posted stays posted. */
    Outcome<RuleProposal> check(LocalDate today) {
        if ((kind == RuleKind.REVIEW_BONUS) != (minimumStars != null)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "minimumStars");
        }
        if (kind == RuleKind.DAY_CAP && !categoryAmounts.isEmpty()) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "categoryAmounts");
        }
        if (names.activityId() != null && (kind != RuleKind.PER_HOUR || names.projectId() != null)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "activityId");
        }
        if (names.projectId() != null && kind != RuleKind.PER_HOUR) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "projectId");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "validUntil");
        }
        if (validFrom.isBefore(today)) {
            return Outcome.refused(PointsRefusal.RULE_IN_THE_PAST, "validFrom");
        }
        return Outcome.done(this);
    }
}
