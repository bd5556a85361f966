package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.DivisionCopy;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.programme.Participants;
import org.linli.activity.programme.Programme;
import org.linli.kit.Outcome;
import org.linli.kit.Refusal;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

/** Shows sessions and series, and what one may take now. */
@ApplicationScoped
class ReadSessionsUseCase {
    private final Sessions sessions;
    private final SeriesRows series;
    private final SessionSearch search;
    private final Programme programme;
    private final Copies copies;
    private final Participants participants;
    private final SessionTexts texts;
    private final Instance<SessionObstacles> obstacles;
    private final WorkingCalendar calendar;
    private final LinliClock clock;

    @Inject
    ReadSessionsUseCase(
            Sessions sessions,
            SeriesRows series,
            SessionSearch search,
            Programme programme,
            Copies copies,
            Participants participants,
            SessionTexts texts,
            @Any Instance<SessionObstacles> obstacles,
            WorkingCalendar calendar,
            LinliClock clock) {
        this.sessions = sessions;
        this.series = series;
        this.search = search;
        this.programme = programme;
        this.copies = copies;
        this.participants = participants;
        this.texts = texts;
        this.obstacles = obstacles;
        this.calendar = calendar;
        this.clock = clock;
    }

    @WithSession
    Uni<Outcome<SessionView>> one(UUID id, Caller caller) {
        return sessions.findById(id)
                .chain(session -> session == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : programme
                                .visible(session.activityId(), caller)
                                .chain(seen -> Steps.keep(
                                        seen,
                                        activity -> told(caller, activity, List.of(session))
                                                .map(told -> view(session, told)))));
    }

    /** All sessions of an activity, past and cancelled ones too, by time. */
    @WithSession
    Uni<Outcome<Page<SessionView>>> ofActivity(UUID activityId, Caller caller, Paging paging) {
        return programme
                .visible(activityId, caller)
                .chain(seen -> Steps.keep(
                        seen,
                        activity -> search.ofActivity(activity.id(), paging)
                                .chain(rows -> told(caller, activity, rows)
                                        .map(told -> Page.of(
                                                rows, paging.limit(), SessionSearch::keyOf, row -> view(row, told))))));
    }

    /** Those whose reason the caller may read: all of what one holds or may read, else what one signed up for. */
    private Uni<Set<UUID>> told(Caller caller, ActivityOutline activity, List<Session> rows) {
        Set<UUID> cancelled = rows.stream()
                .filter(row -> row.reason() != null)
                .map(Session::id)
                .collect(Collectors.toSet());
        return cancelled.isEmpty()
                ? Uni.createFrom().item(cancelled)
                : copies.serving(caller)
                        .chain(serving -> activity.holder().isReadBy(caller, serving)
                                ? Uni.createFrom().item(cancelled)
                                : participants.ofSessions(caller, cancelled));
    }

    /** The series of an activity, oldest first. */
    @WithSession
    Uni<Outcome<Page<SeriesView>>> series(UUID activityId, Caller caller, Paging paging) {
        return programme
                .visible(activityId, caller)
                .chain(seen -> Steps.keep(
                        seen,
                        activity -> series.page(activity.id(), paging.afterId(), paging.limit())
                                .map(rows -> Page.of(
                                        rows,
                                        paging.limit(),
                                        row -> row.id().toString(),
                                        row -> SeriesView.of(row, calendar.officialUntil())))));
    }

    /** What one may take now: coming sessions, the next one first, with the reasons against each. */
    @WithSession
    Uni<Outcome<Page<OpenSessionView>>> open(Caller caller, SessionFilter filter, Paging paging) {
        return prefix(filter)
                .chain(known -> Steps.keep(
                        known,
                        below -> search.find(filter, below.prefix(), clock.now(), paging)
                                .chain(found -> shown(caller, found, paging))));
    }

    /** The digits asked for; null for everywhere. */
    private record Below(String prefix) {}

    private Uni<Outcome<Below>> prefix(SessionFilter filter) {
        return filter.division() == null
                ? Steps.decided(Outcome.done(new Below(null)))
                : copies.division(filter.division())
                        .map(copy -> Copies.known(copy, "division")
                                .map(DivisionCopy::prefix)
                                .map(Below::new));
    }

    private Uni<Page<OpenSessionView>> shown(Caller caller, List<SessionSearch.Found> found, Paging paging) {
        List<Session> rows = found.stream().map(SessionSearch.Found::session).toList();
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.activityId()));
        return programme
                .findAll(ids)
                .chain(activities -> fit(caller)
                        .chain(fit -> others(caller, rows)
                                .map(others -> Page.of(
                                        found, paging.limit(), row -> SessionSearch.keyOf(row.session()), row -> {
                                            ActivityOutline activity =
                                                    activities.get(row.session().activityId());
                                            List<Refusal> reasons =
                                                    new ArrayList<>(fit.obstacles(row.session(), activity));
                                            reasons.addAll(others.getOrDefault(
                                                    row.session().id(), List.of()));
                                            return OpenSessionView.of(row.session(), activity, row.metres(), reasons);
                                        }))));
    }

    private Uni<Fit> fit(Caller caller) {
        return copies.volunteer(caller.volunteerId())
                .chain(volunteer -> copies.teamsOf(caller.volunteerId()).map(teams -> Fit.of(volunteer, teams)));
    }

    private Uni<Map<UUID, List<Refusal>>> others(Caller caller, List<Session> rows) {
        return gather(obstacles.iterator(), caller, rows, new HashMap<>());
    }

    private static Uni<Map<UUID, List<Refusal>>> gather(
            Iterator<SessionObstacles> left, Caller caller, List<Session> rows, Map<UUID, List<Refusal>> found) {
        return !left.hasNext() || rows.isEmpty()
                ? Uni.createFrom().item(found)
                : left.next().of(caller, rows).chain(more -> {
                    more.forEach((id, reasons) ->
                            found.computeIfAbsent(id, none -> new ArrayList<>()).addAll(reasons));
                    return gather(left, caller, rows, found);
                });
    }

    private SessionView view(Session session, Set<UUID> told) {
        return SessionView.of(session, told.contains(session.id()) ? texts.reason(session) : null);
    }
}
