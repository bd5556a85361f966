package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

/**
 * When the State Council has announced the working days of a year (放假安排), dates that were made of provisional ones go
 * where the calendar has them now: a session moves with whoever signed up, falls away or is added, and everybody hears
 * of it. A date that somebody changed alone stays. Done in the night after the newer calendar came into force.
 */
@ApplicationScoped
class CalendarNews {
    private static final String REASON = "国务院办公厅公布了节假日安排,该日不再举行。Public holidays were announced.";

    private final Sessions sessions;
    private final SeriesChange change;
    private final WorkingCalendar calendar;
    private final LinliClock clock;

    @Inject
    CalendarNews(Sessions sessions, SeriesChange change, WorkingCalendar calendar, LinliClock clock) {
        this.sessions = sessions;
        this.change = change;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Brings the dates of a locked series up to what is official now; those around its turn are looked at again. */
    Uni<Void> follow(SessionSeries series, ActivityOutline activity) {
        return series.outdatedFrom(calendar)
                .map(from -> revise(series, activity, from.minusDays(SessionSeries.LONGEST_SHIFT_DAYS)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .invoke(() -> series.follow(calendar));
    }

    private Uni<Void> revise(SessionSeries series, ActivityOutline activity, LocalDate from) {
        Instant now = clock.now();
        return sessions.lockAllOfSeries(series.id(), from).chain(all -> {
            List<Session> coming =
                    all.stream().filter(session -> !session.begun(now)).toList();
            Set<LocalDate> over = all.stream()
                    .filter(session -> session.begun(now))
                    .map(Session::seriesDate)
                    .collect(Collectors.toSet());
            List<Occurrence> dates = series.lookedAt(from, calendar).stream()
                    .filter(date -> !over.contains(date.ofRule()) && activity.coveredOn(date.on()))
                    .toList();
            Revision revision = Revision.of(coming, dates).stayingAhead(series.plan(), now);
            return change.apply(new SeriesChange.Step(activity, series, revision, REASON, now));
        });
    }
}
