package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.time.LinliClock;

/** Carries out what a revision decided, session by session; one that cannot be changed refuses the whole. */
@ApplicationScoped
class SeriesChange {
    private final Materialisation materialisation;
    private final SessionLog log;
    private final SessionTexts texts;
    private final LinliClock clock;

    @Inject
    SeriesChange(Materialisation materialisation, SessionLog log, SessionTexts texts, LinliClock clock) {
        this.materialisation = materialisation;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param activity the activity
     * @param series the series that sessions belong to from now on
     * @param revision what becomes of them
     * @param reason why some fall away
     */
    record Step(ActivityOutline activity, SessionSeries series, Revision revision, String reason) {}

    Uni<Outcome<Integer>> apply(Step step) {
        List<Session> staying = step.revision().kept();
        staying.forEach(session -> session.follow(step.series().id()));
        return OneByOne.untilRefused(step.revision().moved(), moved -> move(step, moved))
                .chain(moved -> Steps.then(
                        moved,
                        done -> OneByOne.untilRefused(step.revision().cancelled(), session -> cancel(step, session))))
                .chain(done -> Steps.keep(
                        done,
                        count -> materialisation
                                .make(
                                        step.series(),
                                        step.activity(),
                                        step.revision().added())
                                .replaceWith(count)));
    }

    private Uni<Outcome<Session>> move(Step step, Revision.Moved moved) {
        Session session = moved.session();
        SessionTime before = session.time();
        SessionTime time = step.series().plan().at(moved.to().on());
        int capacity = step.series().plan().capacity();
        session.follow(step.series().id());
        if (before.equals(time) && session.capacity() == capacity) {
            return Steps.decided(Outcome.done(session));
        }
        return Steps.keep(
                session.change(time, capacity, step.activity(), clock.now()),
                told -> log.changed(session, step.activity(), before, told));
    }

    private Uni<Outcome<Session>> cancel(Step step, Session session) {
        byte[] because = texts.sealReason(session.id(), step.reason());
        return Steps.keep(
                session.cancel(because, step.activity(), clock.now()),
                told -> log.cancelled(session, step.activity(), told));
    }
}
