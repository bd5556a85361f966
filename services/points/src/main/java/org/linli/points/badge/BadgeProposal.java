package org.linli.points.badge;

import java.time.LocalDate;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * A version of a badge's rule that somebody wants to publish.
 *
 * @param threshold records, minutes, or hundredths of a star
 * @param minimumReviews for a review average; null for everything else
 */
record BadgeProposal(
        String code,
        BadgeKind kind,
        int threshold,
        Integer minimumReviews,
        String name,
        String description,
        LocalDate validFrom,
        LocalDate validUntil) {
    private static final int MOST_STARS = 500;
    private static final int FEWEST_STARS = 100;

    /** Whether its parts belong together, and it does not reach back. */
    Outcome<BadgeProposal> check(LocalDate today) {
        if ((kind == BadgeKind.REVIEW_AVERAGE) != (minimumReviews != null)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "minimumReviews");
        }
        if (kind == BadgeKind.REVIEW_AVERAGE && (threshold < FEWEST_STARS || threshold > MOST_STARS)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "threshold");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            return Outcome.refused(PointsRefusal.RULE_TERMS_INVALID, "validUntil");
        }
        return validFrom.isBefore(today)
                ? Outcome.refused(PointsRefusal.RULE_IN_THE_PAST, "validFrom")
                : Outcome.done(this);
    }
}
