package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.programme.Programme;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

/** Starts series of sessions, changes them from a date on, and ends them. Locks: activity, series, sessions by id. */
@ApplicationScoped
class SeriesUseCase {
    private final Programme programme;
    private final SeriesRows rows;
    private final Sessions sessions;
    private final Materialisation materialisation;
    private final SeriesChange change;
    private final WorkingCalendar calendar;
    private final LinliClock clock;

    @Inject
    SeriesUseCase(
            Programme programme,
            SeriesRows rows,
            Sessions sessions,
            Materialisation materialisation,
            SeriesChange change,
            WorkingCalendar calendar,
            LinliClock clock) {
        this.programme = programme;
        this.rows = rows;
        this.sessions = sessions;
        this.materialisation = materialisation;
        this.change = change;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Starts one; its sessions within reach are there at once. */
    @WithTransaction
    Uni<Outcome<SeriesView>> start(Caller caller, UUID activityId, NewSeries wanted) {
        return programme
                .led(activityId, caller)
                .chain(led -> Steps.then(
                        led.then(ActivityOutline::open),
                        activity -> Steps.then(
                                wanted.plan(clock.today()).then(plan -> dated(plan, wanted.endsOn())),
                                plan -> begin(
                                        caller, activity, series(caller, activity, null, plan, wanted.endsOn())))));
    }

    private static SessionSeries series(
            Caller caller, ActivityOutline activity, UUID follows, SeriesPlan plan, LocalDate endsOn) {
        return new SessionSeries(Ids.next(), activity.id(), follows, plan, endsOn, caller.accountId());
    }

    /** Refused unless it names a date within a year of its beginning. */
    private Outcome<SeriesPlan> dated(SeriesPlan plan, LocalDate endsOn) {
        LocalDate reach = plan.startsOn().plusYears(1);
        LocalDate until = endsOn != null && endsOn.isBefore(reach) ? endsOn : reach;
        return plan.recurrence()
                        .between(plan.startsOn(), plan.startsOn(), until, calendar)
                        .isEmpty()
                ? Outcome.refused(ActivityRefusal.RULE_WITHOUT_DATES, "rule")
                : Outcome.done(plan);
    }

    private Uni<Outcome<SeriesView>> begin(Caller caller, ActivityOutline activity, SessionSeries series) {
        List<Occurrence> dates = materialisation.advance(series, activity);
        return rows.persistAndFlush(series)
                .chain(() -> materialisation.make(series, activity, dates))
                .chain(() -> materialisation.again(series))
                .replaceWith(() -> Outcome.done(view(series)));
    }

    /** From the first day of the new plan on it goes on otherwise. Nothing is changed before all of it is allowed. */
    @WithTransaction
    Uni<Outcome<SeriesView>> revise(Caller caller, UUID id, NewSeries wanted, String reason) {
        Outcome<SeriesPlan> planned = wanted.plan(clock.today()).then(plan -> dated(plan, wanted.endsOn()));
        return Steps.then(
                planned,
                plan -> locked(caller, id, plan.startsOn(), found -> {
                    SessionSeries next = series(caller, found.activity(), id, plan, wanted.endsOn());
                    List<Occurrence> dates = materialisation.advance(next, found.activity());
                    return Steps.keep(
                            Revision.of(found.coming(), dates)
                                    .withPlaces(plan.capacity())
                                    .then(revision -> revision.ahead(plan, found.now())),
                            revision -> replace(found, next, revision, reason));
                }));
    }

    private Uni<SeriesView> replace(Found found, SessionSeries next, Revision revision, String reason) {
        found.series().endBefore(next.plan().startsOn());
        return rows.persistAndFlush(next)
                .chain(() -> change.apply(new SeriesChange.Step(found.activity(), next, revision, reason, found.now())))
                .chain(() -> materialisation.again(next))
                .replaceWith(() -> view(next));
    }

    /** From a day on there are no sessions of it any more. */
    @WithTransaction
    Uni<Outcome<SeriesView>> end(Caller caller, UUID id, LocalDate from, String reason) {
        return locked(caller, id, from, found -> {
            found.series().endBefore(from);
            Revision revision = Revision.of(found.coming(), List.of());
            return change.apply(new SeriesChange.Step(found.activity(), found.series(), revision, reason, found.now()))
                    .chain(() -> rows.flush())
                    .replaceWith(() -> Outcome.done(view(found.series())));
        });
    }

    /**
     * A series that goes on at a date, locked with its sessions from then on.
     *
     * @param now what counts as begun
     */
    private record Found(ActivityOutline activity, SessionSeries series, List<Session> coming, Instant now) {}

    private Uni<Outcome<SeriesView>> locked(
            Caller caller, UUID id, LocalDate from, Function<Found, Uni<Outcome<SeriesView>>> decide) {
        Instant now = clock.now();
        if (from.isBefore(LinliClock.dayOf(now))) {
            return Steps.refused(ActivityRefusal.SESSION_IN_THE_PAST, "from");
        }
        if (from.isAfter(NewSeries.latest(LinliClock.dayOf(now)))) {
            return Steps.refused(ActivityRefusal.SESSION_TIMES_INVALID, "from");
        }
        return rows.activityOf(id)
                .chain(activityId -> activityId == null
                        ? Steps.<ActivityOutline>refused(KitRefusal.NOT_FOUND)
                        : programme.led(activityId, caller))
                .chain(led -> Steps.then(
                        led.then(ActivityOutline::open),
                        activity -> rows.lock(id)
                                .chain(series -> Steps.then(
                                        series.goingOnAt(from),
                                        going -> sessions.lockOfSeries(id, from, now)
                                                .chain(coming ->
                                                        decide.apply(new Found(activity, going, coming, now)))))));
    }

    private SeriesView view(SessionSeries series) {
        return SeriesView.of(series, calendar.officialUntil());
    }
}
