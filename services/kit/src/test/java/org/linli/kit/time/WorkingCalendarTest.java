package org.linli.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The working calendar")
class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();

    @ParameterizedTest
    @CsvSource({
        // an ordinary Friday, Saturday, Sunday and Monday
        "2026-03-06,true",
        "2026-03-07,false",
        "2026-03-08,false",
        "2026-03-09,true",
        // Spring Festival 2026: the Saturday before it and the one after are worked
        "2026-02-14,true",
        "2026-02-15,false",
        "2026-02-23,false",
        "2026-02-24,true",
        "2026-02-28,true",
        // National Day 2026
        "2026-09-20,true",
        "2026-09-25,false",
        "2026-10-01,false",
        "2026-10-07,false",
        "2026-10-08,true",
        "2026-10-10,true",
        // the days that the law names for 2027
        "2027-02-08,false",
        "2027-06-09,false"
    })
    void knowsHolidaysAndWorkingWeekends(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void hasTheNumberOfWorkingDaysThatTheNoticeFor2026Leaves() {
        // 261 from Monday to Friday; holidays take 2 + 6 + 1 + 3 + 1 + 1 + 5 of them, worked weekends give 6 back
        long working = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
        assertThat(working).isEqualTo(261 - 19 + 6);
    }

    @ParameterizedTest
    @CsvSource({
        // a Saturday that is worked because of Spring Festival
        "2026-02,2026-02-28",
        // the day before the National Day holidays
        "2026-09,2026-09-30",
        // a Saturday as it should be
        "2026-10,2026-10-30",
        "2026-05,2026-05-29",
        "2026-12,2026-12-31",
        "2027-01,2027-01-29"
    })
    void findsTheLastWorkingDayOfAMonth(YearMonth month, LocalDate last) {
        assertThat(calendar.onOrBefore(month.atEndOfMonth())).isEqualTo(last);
    }

    @Test
    void findsTheFirstWorkingDayAfterALongHoliday() {
        assertThat(calendar.onOrAfter(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-08");
        assertThat(calendar.onOrAfter(LocalDate.of(2026, 10, 8))).isEqualTo("2026-10-08");
    }

    @Test
    void countsWorkingDaysOverALongHoliday() {
        // Friday 13 February; 14 is worked, the festival is not, 24 to 28 are, then Monday
        assertThat(calendar.after(LocalDate.of(2026, 2, 13), 1)).isEqualTo("2026-02-14");
        assertThat(calendar.after(LocalDate.of(2026, 2, 13), 6)).isEqualTo("2026-02-28");
        assertThat(calendar.after(LocalDate.of(2026, 2, 13), 7)).isEqualTo("2026-03-02");
        assertThat(calendar.after(LocalDate.of(2026, 3, 7), 0)).isEqualTo("2026-03-07");
    }

    @Test
    void saysHowFarItIsCertain() {
        assertThat(calendar.officialUntil()).isEqualTo("2026-12-31");
    }

    @Test
    void isReplacedByTheFileOfACity(@TempDir Path folder) throws IOException {
        // Given the notice for another year
        Path file = Files.writeString(folder.resolve("days.csv"), """
                # of the city
                2027-10-01,2027-10-07,HOLIDAY,国庆节,OFFICIAL
                2027-10-09,2027-10-09,WORKDAY,国庆节,OFFICIAL
                """);
        // When
        WorkingCalendar own = new WorkingCalendar(Optional.of(file));
        // Then
        assertThat(own.isWorkingDay(LocalDate.of(2027, 10, 7))).isFalse();
        assertThat(own.isWorkingDay(LocalDate.of(2027, 10, 9))).isTrue();
        assertThat(own.officialUntil()).isEqualTo("2027-12-31");
    }

    @Test
    void refusesAFileThatDoesNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("days.csv"), "2027-10-01,2027-10-07,HOLIDAYS,国庆节,OFFICIAL\n");
        assertThatThrownBy(() -> new WorkingCalendar(Optional.of(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2027-10-01");
    }
}
