package org.linli.activity.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;

/**
 * A series as it is planned.
 *
 * @param rule recurrence rule of RFC 5545 by dates, for example {@code FREQ=WEEKLY;BYDAY=TU,TH}
 * @param workingDays what becomes of dates that are no working days; nothing if left out
 * @param startsOn the first day the rule counts from
 * @param endsOn the last date it may name; open if left out
 * @param startTime when a session begins, Asia/Shanghai, {@code HH:MM}
 * @param minutes how long it lasts
 * @param capacity places of each session
 */
record NewSeries(
        @NotBlank @Size(max = 300) String rule,
        WorkingDayRule workingDays,
        @NotNull LocalDate startsOn,
        LocalDate endsOn,

        @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        String startTime,

        @NotNull @Min(1) @Max(1440) Integer minutes,
        @NotNull @Min(1) @Max(100_000) Integer capacity) {
    /** How far ahead of today a series may begin, and end. */
    private static final int LATEST_YEARS = 10;

    /** The last day that anybody may name. */
    static LocalDate latest(LocalDate today) {
        return today.plusYears(LATEST_YEARS);
    }

    /** The plan, if its rule is one we understand and its days are in order. */
    Outcome<SeriesPlan> plan(LocalDate today) {
        boolean inOrder = !startsOn.isBefore(today)
                && startsOn.isBefore(latest(today))
                && (endsOn == null || !endsOn.isBefore(startsOn) && endsOn.isBefore(latest(today)));
        if (!inOrder) {
            return Outcome.refused(ActivityRefusal.SESSION_IN_THE_PAST, "startsOn");
        }
        WorkingDayRule shift = workingDays == null ? WorkingDayRule.IGNORED : workingDays;
        return Recurrence.of(rule, shift)
                .map(recurrence -> new SeriesPlan(
                        recurrence.rule(), shift, startsOn, LocalTime.parse(startTime), minutes, capacity));
    }
}
