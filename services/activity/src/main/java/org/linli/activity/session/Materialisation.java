package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.Ids;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;
import org.linli.kit.work.DueWork;

/** Makes the sessions of a series ahead of time, and sees to it that it is done again tomorrow. */
@ApplicationScoped
class Materialisation {
    static final String DUE = "session-series";
    /** When everybody sleeps. */
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);

    private final SessionLog log;
    private final DueWork dueWork;
    private final WorkingCalendar calendar;
    private final LinliClock clock;
    private final int daysAhead;

    @Inject
    Materialisation(
            SessionLog log,
            DueWork dueWork,
            WorkingCalendar calendar,
            LinliClock clock,
            ActivityConfiguration configuration) {
        this.log = log;
        this.dueWork = dueWork;
        this.calendar = calendar;
        this.clock = clock;
        this.daysAhead = configuration.programme().sessionsAheadDays();
    }

    /** Looks at the dates that have come within reach: those of a risky activity no further than it is insured. */
    List<Occurrence> advance(SessionSeries series, ActivityOutline activity) {
        LocalDate horizon = clock.today().plusDays(daysAhead);
        if (activity.risky()) {
            LocalDate insured = activity.insuredUntil();
            if (insured == null) {
                return List.of();
            }
            horizon = insured.isBefore(horizon) ? insured : horizon;
        }
        return series.advance(horizon, calendar).stream()
                .filter(date -> activity.coveredOn(date.on()))
                .toList();
    }

    /** Makes sessions of dates; those that have begun already are left out. */
    Uni<Void> make(SessionSeries series, ActivityOutline activity, List<Occurrence> dates) {
        Instant now = clock.now();
        List<Occurrence> coming = dates.stream()
                .filter(date -> series.plan().at(date.on()).startsAt().isAfter(now))
                .toList();
        return OneByOne.each(
                coming,
                date -> log.scheduled(
                        new Session(
                                        Ids.next(),
                                        activity.id(),
                                        series.plan().at(date.on()),
                                        series.plan().capacity())
                                .of(series.id(), date.ofRule())
                                .dated(series.isProvisional(date, calendar)),
                        activity));
    }

    /** Looks again tomorrow, unless there is nothing more to be made and nothing will move. */
    Uni<Void> again(SessionSeries series) {
        return series.settled()
                ? Uni.createFrom().voidItem()
                : dueWork.schedule(
                        DUE,
                        series.id(),
                        clock.today()
                                .plusDays(1)
                                .atTime(AT_NIGHT)
                                .atZone(LinliClock.ZONE)
                                .toInstant());
    }
}
