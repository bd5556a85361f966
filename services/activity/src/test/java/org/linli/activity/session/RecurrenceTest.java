package org.linli.activity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.time.WorkingCalendar;

@DisplayName("A rule of a series")
class RecurrenceTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    @Test
    void namesTheLastWorkingDayOfEachMonthOf2026() {
        assertThat(dates("FREQ=MONTHLY;BYMONTHDAY=-1", WorkingDayRule.BEFORE, "2026-01-01", "2026-12-31"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly(
                        "2026-01-30",
                        // a Saturday that is worked because of Spring Festival
                        "2026-02-28",
                        "2026-03-31",
                        "2026-04-30",
                        "2026-05-29",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        // the day before the holidays of National Day
                        "2026-09-30",
                        "2026-10-30",
                        "2026-11-30",
                        "2026-12-31");
    }

    @Test
    void goesOnAcrossTheTurnOfAYear() {
        assertThat(dates("FREQ=MONTHLY;BYMONTHDAY=-1", WorkingDayRule.BEFORE, "2026-12-01", "2027-02-28"))
                .containsExactly(
                        occurrence("2026-12-31", "2026-12-31"),
                        occurrence("2027-01-31", "2027-01-29"),
                        occurrence("2027-02-28", "2027-02-26"));
        // every second Tuesday
        assertThat(dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", WorkingDayRule.IGNORED, "2026-12-15", "2027-01-31"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly("2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26");
    }

    @Test
    void isTheSameWhicheverWindowOneLooksThrough() {
        // Given every second Tuesday from 15 December on
        Recurrence rule = done(Recurrence.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", WorkingDayRule.IGNORED));
        LocalDate start = LocalDate.of(2026, 12, 15);
        // When one looks from 1 January on
        List<Occurrence> later = rule.between(start, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31), CALENDAR);
        // Then it is still counted from the first
        assertThat(later)
                .extracting(Occurrence::ofRule)
                .containsExactly(LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 26));
    }

    @Test
    void countsItsDatesFromTheFirst() {
        assertThat(dates("FREQ=DAILY;COUNT=3", WorkingDayRule.IGNORED, "2026-12-30", "2027-12-31"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly("2026-12-30", "2026-12-31", "2027-01-01");
    }

    @Test
    void endsOnADay() {
        assertThat(dates("FREQ=DAILY;UNTIL=20270101", WorkingDayRule.IGNORED, "2026-12-31", "2027-12-31"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly("2026-12-31", "2027-01-01");
    }

    @Test
    void leavesOutWhatIsNoWorkingDay() {
        // Thursdays around National Day 2026
        assertThat(dates("FREQ=WEEKLY;BYDAY=TH", WorkingDayRule.ONLY, "2026-09-24", "2026-10-08"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly("2026-09-24", "2026-10-08");
    }

    @Test
    void holdsADayOnceOnWhichTwoDatesMeet() {
        // 1 to 7 October 2026 are holidays, 8 October is a working day of its own
        assertThat(dates("FREQ=DAILY", WorkingDayRule.AFTER, "2026-09-30", "2026-10-09"))
                .extracting(Occurrence::on)
                .map(LocalDate::toString)
                .containsExactly("2026-09-30", "2026-10-08", "2026-10-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every Tuesday",
                "FREQ=HOURLY",
                "FREQ=SECONDLY;INTERVAL=1",
                "FREQ=FORTNIGHTLY",
                "BYDAY=TU",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=DAILY;BYMINUTE=1",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;COUNT=many",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;UNTIL=20270101T000000Z"
            })
    void isRefusedUnlessItNamesDates(String text) {
        refused(Recurrence.of(text, WorkingDayRule.IGNORED), ActivityRefusal.RULE_INVALID);
    }

    @Test
    void mayNameNoDateAtAll() {
        assertThat(dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", WorkingDayRule.IGNORED, "2026-01-01", "2027-12-31"))
                .isEmpty();
    }

    private static List<Occurrence> dates(String rule, WorkingDayRule workingDays, String from, String until) {
        return done(Recurrence.of(rule, workingDays))
                .between(LocalDate.parse(from), LocalDate.parse(from), LocalDate.parse(until), CALENDAR);
    }

    private static Occurrence occurrence(String ofRule, String on) {
        return new Occurrence(LocalDate.parse(ofRule), LocalDate.parse(on));
    }
}
