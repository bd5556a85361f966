package org.linli.activity.session;

import java.time.LocalDate;
import java.util.Optional;
import org.linli.kit.time.WorkingCalendar;

/**
 * What becomes of a date that is no working day. With {@link #BEFORE} the rule {@code FREQ=MONTHLY;BYMONTHDAY=-1} is
 * the last working day of each month (每月最后一个工作日); RFC 5545 itself knows no public holidays.
 */
enum WorkingDayRule {
    /** Takes place on that date all the same. */
    IGNORED,
    /** Falls away. */
    ONLY,
    /** Takes place on the last working day before. */
    BEFORE,
    /** Takes place on the first working day after. */
    AFTER;

    /** The day on which a date of a rule takes place; empty if it falls away. */
    Optional<LocalDate> apply(LocalDate date, WorkingCalendar calendar) {
        return switch (this) {
            case IGNORED -> Optional.of(date);
            case ONLY -> calendar.isWorkingDay(date) ? Optional.of(date) : Optional.empty();
            case BEFORE -> Optional.of(calendar.onOrBefore(date));
            case AFTER -> Optional.of(calendar.onOrAfter(date));
        };
    }
}
