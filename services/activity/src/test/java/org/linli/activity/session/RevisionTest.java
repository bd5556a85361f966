package org.linli.activity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.time.WorkingCalendar;

@DisplayName("A series that goes on otherwise")
class RevisionTest {
    private static final Instant NOW = Instant.parse("2026-12-20T00:00:00Z");
    private static final UUID OLD = UUID.randomUUID();

    @Test
    void keepsTheSessionsOfDatesThatBothRulesName() {
        // Given Tuesdays and Thursdays around New Year
        List<Session> existing = sessions("FREQ=WEEKLY;BYDAY=TU,TH");
        // When from 29 December on it is Tuesdays and Fridays
        Revision revision = Revision.of(existing, occurrences("FREQ=WEEKLY;BYDAY=TU,FR"));
        // Then Tuesdays go on, Thursdays fall away and Fridays are new, across the turn of the year
        assertThat(revision.moved())
                .extracting(moved -> moved.to().on().toString())
                .containsExactly("2026-12-29", "2027-01-05");
        assertThat(revision.cancelled())
                .extracting(session -> session.seriesDate().toString())
                .containsExactly("2026-12-31", "2027-01-07");
        assertThat(revision.added())
                .extracting(date -> date.on().toString())
                .containsExactly("2027-01-01", "2027-01-08");
        assertThat(revision.kept()).isEmpty();
    }

    @Test
    void leavesADateThatWasChangedOrCancelledAlone() {
        // Given
        List<Session> existing = sessions("FREQ=WEEKLY;BYDAY=TU");
        Session moved = existing.getFirst();
        done(moved.changeAlone(moved.time(), 9, SessionTest.ACTIVITY, NOW));
        Session cancelled = existing.getLast();
        done(cancelled.cancel(null, SessionTest.ACTIVITY, NOW));
        // When
        Revision revision = Revision.of(existing, occurrences("FREQ=WEEKLY;BYDAY=TU"));
        // Then
        assertThat(revision.kept()).containsExactly(moved, cancelled);
        assertThat(revision.moved()).isEmpty();
        assertThat(revision.added()).isEmpty();
    }

    @Test
    void cancelsAlsoADateChangedAloneThatTheNewRuleDoesNotName() {
        List<Session> existing = sessions("FREQ=WEEKLY;BYDAY=TU");
        Session moved = existing.getFirst();
        done(moved.changeAlone(moved.time(), 9, SessionTest.ACTIVITY, NOW));
        assertThat(Revision.of(existing, occurrences("FREQ=WEEKLY;BYDAY=WE")).cancelled())
                .containsExactlyElementsOf(existing);
    }

    @Test
    void isMadeDateByDateAndEachOnce() {
        // Given the last working day of each month
        SessionSeries series = series("FREQ=MONTHLY;BYMONTHDAY=-1", WorkingDayRule.BEFORE, null);
        // When, then
        assertThat(dates(series, "2026-12-31")).containsExactly("2026-12-31");
        assertThat(dates(series, "2026-12-31")).isEmpty();
        // 31 January 2027 is a Sunday
        assertThat(dates(series, "2027-03-01")).containsExactly("2027-01-29", "2027-02-26");
        series.endBefore(LocalDate.of(2027, 4, 1));
        assertThat(series.exhausted()).isFalse();
        assertThat(dates(series, "2027-12-31")).containsExactly("2027-03-31");
        assertThat(series.exhausted()).isTrue();
    }

    @Test
    void movesWithTheCalendarWhenItIsAnnounced(@TempDir Path folder) throws IOException {
        // Given the last working day of each month, made ahead while 2027 was provisional
        SessionSeries series = series("FREQ=MONTHLY;BYMONTHDAY=-1", WorkingDayRule.BEFORE, LocalDate.of(2027, 2, 28));
        List<Session> existing = series.advance(LocalDate.of(2027, 3, 1), WorkingCalendar.builtIn()).stream()
                .map(date -> new Session(
                                UUID.randomUUID(),
                                SessionTest.ACTIVITY.id(),
                                series.plan().at(date.on()),
                                series.plan().capacity())
                        .of(OLD, date.ofRule())
                        .dated(series.isProvisional(date, WorkingCalendar.builtIn())))
                .toList();
        assertThat(existing).extracting(Session::provisional).containsExactly(false, true, true);
        assertThat(series.exhausted()).isTrue();
        assertThat(series.settled()).isFalse();
        assertThat(series.outdatedFrom(WorkingCalendar.builtIn())).isEmpty();
        // When the notice makes the last Sunday of January a working day
        WorkingCalendar announced = announced(folder, "2027-01-31,2027-01-31,WORKDAY,春节,OFFICIAL");
        LocalDate from = series.outdatedFrom(announced).orElseThrow();
        Revision revision = Revision.of(existing, series.lookedAt(from.minusDays(31), announced));
        // Then that date moves, the others keep theirs, and nothing will move any more
        assertThat(revision.moved())
                .extracting(moved -> moved.to().on().toString())
                .containsExactly("2026-12-31", "2027-01-31", "2027-02-26");
        assertThat(revision.cancelled()).isEmpty();
        assertThat(revision.added()).isEmpty();
        // and what lies behind its end is none of its business
        series.endBefore(LocalDate.of(2027, 2, 1));
        assertThat(series.lookedAt(LocalDate.of(2027, 1, 1), announced)).hasSize(1);
        series.follow(announced);
        assertThat(series.outdatedFrom(announced)).isEmpty();
        assertThat(series.settled()).isTrue();
    }

    @Test
    void isNotSettledWhileADateOfItsRuleTakesPlaceBehindTheCalendar(@TempDir Path folder) throws IOException {
        // Given a date of 2026, the last its calendar knows, that takes place on the first working day of 2027
        WorkingCalendar before = announced(folder, "2026-12-31,2026-12-31,HOLIDAY,元旦,OFFICIAL");
        SessionSeries series = series("FREQ=MONTHLY;BYMONTHDAY=31", WorkingDayRule.AFTER, LocalDate.of(2026, 12, 31));
        List<Occurrence> made = series.advance(LocalDate.of(2027, 3, 1), before);
        assertThat(made).hasSize(1).allMatch(date -> series.isProvisional(date, before));
        assertThat(series.exhausted()).isTrue();
        // Then it waits for the calendar in which it takes place
        assertThat(series.settled()).isFalse();
        WorkingCalendar next = announced(folder, "2027-01-01,2027-01-03,HOLIDAY,元旦,OFFICIAL");
        assertThat(series.outdatedFrom(next)).contains(LocalDate.of(2027, 1, 1));
        series.follow(next);
        assertThat(series.settled()).isTrue();
    }

    /** The calendar of the platform, with the notice for 2027. */
    private static WorkingCalendar announced(Path folder, String notice) throws IOException {
        Path file = folder.resolve("calendar.csv");
        Files.writeString(file, notice);
        return new WorkingCalendar(Optional.of(file));
    }

    @Test
    void goesOnUntilItsEndAndNotLater() {
        SessionSeries series = series("FREQ=DAILY", WorkingDayRule.IGNORED, LocalDate.of(2027, 1, 10));
        done(series.goingOnAt(LocalDate.of(2027, 1, 10)));
        refused(series.goingOnAt(LocalDate.of(2027, 1, 11)), ActivityRefusal.SERIES_ENDED);
        series.endBefore(LocalDate.of(2027, 1, 5));
        assertThat(series.endsOn()).isEqualTo("2027-01-04");
        refused(series.goingOnAt(LocalDate.of(2027, 1, 8)), ActivityRefusal.SERIES_ENDED);
    }

    @Test
    void isRefusedWhereMorePlacesAreTakenThanItHas() {
        List<Session> existing = sessions("FREQ=WEEKLY;BYDAY=TU");
        existing.getLast().take(3);
        Revision revision = Revision.of(existing, occurrences("FREQ=WEEKLY;BYDAY=TU"));
        refused(revision.withPlaces(2), ActivityRefusal.CAPACITY_BELOW_TAKEN);
        done(revision.withPlaces(3));
    }

    @Test
    void movesNoSessionToAMomentThatIsOver() {
        List<Session> existing = sessions("FREQ=WEEKLY;BYDAY=TU");
        SeriesPlan plan =
                series("FREQ=WEEKLY;BYDAY=TU", WorkingDayRule.IGNORED, null).plan();
        Revision revision = Revision.of(existing, occurrences("FREQ=WEEKLY;BYDAY=TU"));
        done(revision.ahead(plan, NOW));
        // nine o'clock in the morning of the first date is over
        refused(revision.ahead(plan, Instant.parse("2026-12-29T01:00:00Z")), ActivityRefusal.SESSION_IN_THE_PAST);
    }

    private static List<String> dates(SessionSeries series, String horizon) {
        return series.advance(LocalDate.parse(horizon), WorkingCalendar.builtIn()).stream()
                .map(date -> date.on().toString())
                .toList();
    }

    private static SessionSeries series(String rule, WorkingDayRule workingDays, LocalDate endsOn) {
        SeriesPlan plan = new SeriesPlan(rule, workingDays, LocalDate.of(2026, 12, 21), LocalTime.of(9, 0), 120, 5);
        return new SessionSeries(OLD, SessionTest.ACTIVITY.id(), null, plan, endsOn, UUID.randomUUID());
    }

    private static List<Occurrence> occurrences(String rule) {
        return new Recurrence(rule, WorkingDayRule.IGNORED)
                .between(
                        LocalDate.of(2026, 12, 29),
                        LocalDate.of(2026, 12, 29),
                        LocalDate.of(2027, 1, 9),
                        WorkingCalendar.builtIn());
    }

    private static List<Session> sessions(String rule) {
        SeriesPlan plan = series(rule, WorkingDayRule.IGNORED, null).plan();
        return occurrences(rule).stream()
                .map(date -> new Session(UUID.randomUUID(), SessionTest.ACTIVITY.id(), plan.at(date.on()), 5)
                        .of(OLD, date.ofRule()))
                .toList();
    }
}
