package org.linli.registration.station;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A span in which a station is open every week, in local time.
 *
 * @param opens first minute it is open
 * @param closes first minute it is closed again, on the same day
 */
record OpeningHours(
        @NotNull DayOfWeek day,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime opens,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime closes) {

    private static final Comparator<OpeningHours> BY_TIME =
            Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::opens);

    /** Puts a week in order; refused if a span ends before it begins or two spans overlap. */
    static Outcome<List<OpeningHours>> week(List<OpeningHours> spans) {
        List<OpeningHours> week = spans.stream().sorted(BY_TIME).toList();
        for (int index = 0; index < week.size(); index++) {
            OpeningHours span = week.get(index);
            boolean backwards = !span.opens.isBefore(span.closes);
            if (backwards || index > 0 && span.overlaps(week.get(index - 1))) {
                return Outcome.refused(RegistrationRefusal.OPENING_HOURS_IMPOSSIBLE, "openingHours");
            }
        }
        return Outcome.done(week);
    }

    /** As it is stored: {@code TUESDAY 09:30-11:30}. */
    String text() {
        return day + " " + opens + "-" + closes;
    }

    /** Reads what {@link #text()} wrote. */
    static OpeningHours read(String text) {
        String[] parts = text.split("[ -]");
        return new OpeningHours(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }

    private boolean overlaps(OpeningHours before) {
        return day == before.day && opens.isBefore(before.closes);
    }
}
