package org.linli.activity.record;

import java.util.Map;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;

/**
 * How many minutes a day one person may have counted, and by whom (domain rules 5.1, after the practice of i志愿): up to
 * the first gate everybody who may confirm, up to the second the district's administrator, beyond it the platform's
 * operator. Local policy, not law.
 *
 * @param first minutes a day, 480 by default
 * @param second minutes a day, 720 by default
 */
record DayGates(int first, int second) {
    DayGates {
        if (first < 0 || second < first) {
            throw new IllegalArgumentException("the second gate of a day lies behind the first");
        }
    }

    /** Lets the total of a day pass, or says who would have to confirm it. */
    Outcome<Integer> pass(int minutesOfTheDay, Authority authority) {
        if (minutesOfTheDay > second && !authority.reaches(Authority.PLATFORM)) {
            return Outcome.refused(
                    ActivityRefusal.DAY_NEEDS_OPERATOR, null, Map.of("minutes", minutesOfTheDay, "gate", second));
        }
        if (minutesOfTheDay > first && !authority.reaches(Authority.DISTRICT)) {
            return Outcome.refused(
                    ActivityRefusal.DAY_NEEDS_ADMINISTRATOR, null, Map.of("minutes", minutesOfTheDay, "gate", first));
        }
        return Outcome.done(minutesOfTheDay);
    }
}
