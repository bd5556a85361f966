package org.linli.activity.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;
import org.linli.kit.time.WorkingCalendar;

/**
 * On which dates a series takes place: a recurrence rule of RFC 5545 by dates (daily, weekly, monthly, yearly; the hour
 * is the series' own), and what becomes of those that are no working days.
 *
 * @param rule the text of the rule, without {@code RRULE:}
 * @param workingDays what becomes of dates that are no working days
 */
record Recurrence(String rule, WorkingDayRule workingDays) {
    private static final Set<Frequency> BY_DATES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    /** A rule as somebody wrote it; refused unless it is one of RFC 5545 that names dates only, and ends by a date. */
    static Outcome<Recurrence> of(String text, WorkingDayRule workingDays) {
        try {
            Recur<LocalDate> parsed = new Recur<>(text);
            boolean byTime = !parsed.getHourList().isEmpty()
                    || !parsed.getMinuteList().isEmpty()
                    || !parsed.getSecondList().isEmpty();
            // the library takes steps of zero, and would never arrive
            boolean arrives = parsed.getInterval() != 0 && parsed.getCount() != 0;
            return BY_DATES.contains(parsed.getFrequency()) && !byTime && arrives && endsByDate(parsed)
                    ? Outcome.done(new Recurrence(text, workingDays))
                    : Outcome.refused(ActivityRefusal.RULE_INVALID, "rule");
        } catch (RuntimeException unreadable) {
            // the library tells each flaw by an exception of another kind
            return Outcome.refused(ActivityRefusal.RULE_INVALID, "rule");
        }
    }

    private static boolean endsByDate(Recur<?> parsed) {
        Object until = parsed.getUntil();
        return until == null || until instanceof LocalDate;
    }

    /**
     * The dates in a window, in order.
     *
     * @param startsOn the first day the rule counts from (its COUNT and INTERVAL too)
     * @param from first date of the rule to be told
     * @param until last date of the rule to be told
     */
    List<Occurrence> between(LocalDate startsOn, LocalDate from, LocalDate until, WorkingCalendar calendar) {
        if (until.isBefore(from) || until.isBefore(startsOn)) {
            return List.of();
        }
        List<Occurrence> found = new ArrayList<>();
        Set<LocalDate> taken = new HashSet<>();
        new Recur<LocalDate>(rule)
                .getDates(startsOn, startsOn, until).stream()
                        .sorted()
                        .forEach(date -> workingDays
                                .apply(date, calendar)
                                // two dates around a holiday may meet on one working day: it is held once
                                .filter(taken::add)
                                .filter(on -> !date.isBefore(from))
                                .ifPresent(on -> found.add(new Occurrence(date, on))));
        return found;
    }
}
