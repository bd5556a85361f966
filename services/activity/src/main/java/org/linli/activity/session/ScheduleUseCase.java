package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.programme.Programme;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Schedules single sessions, changes and cancels them. The activity is locked before the session, everywhere. */
@ApplicationScoped
class ScheduleUseCase {
    private final Programme programme;
    private final Sessions sessions;
    private final SessionLog log;
    private final SessionTexts texts;
    private final LinliClock clock;

    @Inject
    ScheduleUseCase(Programme programme, Sessions sessions, SessionLog log, SessionTexts texts, LinliClock clock) {
        this.programme = programme;
        this.sessions = sessions;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Which session, by whom, and the version it must still have.
     *
     * @param id the session
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Schedules one for a published activity. */
    @WithTransaction
    Uni<Outcome<SessionView>> schedule(Caller caller, UUID activityId, NewSession wanted) {
        return programme
                .led(activityId, caller)
                .map(led -> led.then(ActivityOutline::open)
                        .then(activity -> possible(activity, wanted.time()).map(time -> activity)))
                .chain(open -> Steps.keep(open, activity -> make(activity, wanted)));
    }

    private Uni<SessionView> make(ActivityOutline activity, NewSession wanted) {
        Session session = new Session(Ids.next(), activity.id(), wanted.time(), wanted.capacity());
        return log.scheduled(session, activity).map(kept -> SessionView.of(kept, null));
    }

    private Outcome<SessionTime> possible(ActivityOutline activity, SessionTime time) {
        return time.toCome(clock.now())
                .then(fine -> activity.coveredOn(fine.day())
                        ? Outcome.done(fine)
                        : Outcome.refused(
                                ActivityRefusal.INSURANCE_DOES_NOT_COVER, "startsAt", Map.of("day", fine.day())));
    }

    /** Changes one date; of a series, this date alone. */
    @WithTransaction
    Uni<Outcome<SessionView>> change(Target target, NewSession wanted) {
        return locked(
                target,
                found -> Steps.then(possible(found.activity(), wanted.time()), time -> {
                    SessionTime before = found.session().time();
                    return Steps.keep(
                            found.session().changeAlone(time, wanted.capacity(), found.activity(), clock.now()),
                            told -> log.changed(found.session(), found.activity(), before, told));
                }));
    }

    /** Cancels one date; of a series, this date alone. */
    @WithTransaction
    Uni<Outcome<SessionView>> cancel(Target target, String reason) {
        Instant now = clock.now();
        byte[] because = texts.sealReason(target.id(), reason);
        return locked(
                target,
                found -> Steps.keep(
                        found.session().cancel(because, found.activity(), now),
                        told -> log.cancelled(found.session(), found.activity(), told)));
    }

    private record Found(Session session, ActivityOutline activity) {}

    private Uni<Outcome<SessionView>> locked(Target target, Function<Found, Uni<Outcome<Session>>> decide) {
        return sessions.activityOf(target.id())
                .chain(activityId -> activityId == null
                        ? Steps.<ActivityOutline>refused(KitRefusal.NOT_FOUND)
                        : programme.led(activityId, target.caller()))
                .chain(led -> Steps.then(
                        led,
                        activity -> sessions.lock(target.id())
                                .map(session -> IfMatch.check(
                                        target.ifMatch(), session.sequence(), new Found(session, activity)))))
                .chain(found -> Steps.then(found, decide))
                .map(outcome -> outcome.map(session -> SessionView.of(session, texts.reason(session))));
    }
}
