package org.linli.activity.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days (工作日), Monday to Friday. Public holidays and the working weekends around them are not known
 * here yet: a deadline over a holiday comes out a few days early, never late.
 */
final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {}

    /** The {@code count}-th working day after a day; the day itself does not count. */
    static LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            if (!WEEKEND.contains(found.getDayOfWeek())) {
                left--;
            }
        }
        return found;
    }
}
