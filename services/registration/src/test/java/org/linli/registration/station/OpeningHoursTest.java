package org.linli.registration.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.registration.RegistrationRefusal;

@DisplayName("Opening hours")
class OpeningHoursTest {

    @Test
    void comeInTheOrderOfTheWeek() {
        OpeningHours thursday = span(DayOfWeek.THURSDAY, "09:30", "11:30");
        OpeningHours afternoon = span(DayOfWeek.TUESDAY, "14:00", "17:00");
        OpeningHours morning = span(DayOfWeek.TUESDAY, "09:30", "11:30");

        assertThat(done(OpeningHours.week(List.of(thursday, afternoon, morning))))
                .containsExactly(morning, afternoon, thursday);
    }

    @Test
    void mayFollowEachOtherWithoutABreak() {
        done(OpeningHours.week(
                List.of(span(DayOfWeek.MONDAY, "08:00", "12:00"), span(DayOfWeek.MONDAY, "12:00", "18:00"))));
    }

    @Test
    void doNotOverlap() {
        assertRefused(
                OpeningHours.week(
                        List.of(span(DayOfWeek.MONDAY, "08:00", "12:00"), span(DayOfWeek.MONDAY, "11:59", "18:00"))),
                RegistrationRefusal.OPENING_HOURS_IMPOSSIBLE);
    }

    @Test
    void endAfterTheyBegin() {
        assertRefused(
                OpeningHours.week(List.of(span(DayOfWeek.MONDAY, "12:00", "12:00"))),
                RegistrationRefusal.OPENING_HOURS_IMPOSSIBLE);
    }

    @Test
    void areReadAsTheyAreStored() {
        OpeningHours span = span(DayOfWeek.SUNDAY, "00:00", "23:59");

        assertThat(span.text()).isEqualTo("SUNDAY 00:00-23:59");
        assertThat(OpeningHours.read(span.text())).isEqualTo(span);
    }

    private static OpeningHours span(DayOfWeek day, String opens, String closes) {
        return new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
