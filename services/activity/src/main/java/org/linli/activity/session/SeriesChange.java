package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.Outcome;
import org.linli.kit.time.WorkingCalendar;

/** Carries out what a revision decided, session by session. What could be refused was asked before. */
@ApplicationScoped
class SeriesChange {
    private final Materialisation materialisation;
    private final SessionLog log;
    private final SessionTexts texts;
    private final WorkingCalendar calendar;

    @Inject
    SeriesChange(Materialisation materialisation, SessionLog log, SessionTexts texts, WorkingCalendar calendar) {
        this.materialisation = materialisation;
        this.log = log;
        this.texts = texts;
        this.calendar = calendar;
    }

    /**
     * What is to be done.
     *
     * @param activity the activity
     * @param series the series that sessions belong to from now on
     * @param revision what becomes of them
     * @param reason why some fall away
     * @param now the moment for which it was decided
     */
    record Step(ActivityOutline activity, SessionSeries series, Revision revision, String reason, Instant now) {}

    Uni<Void> apply(Step step) {
        step.revision()
                .kept()
                .forEach(session -> session.dated(false).follow(step.series().id()));
        return OneByOne.each(step.revision().moved(), moved -> move(step, moved))
                .chain(() -> OneByOne.each(step.revision().cancelled(), session -> cancel(step, session)))
                .chain(() -> materialisation.make(
                        step.series(), step.activity(), step.revision().added()));
    }

    private Uni<?> move(Step step, Revision.Moved moved) {
        Session session = moved.session();
        SessionTime before = session.time();
        SessionTime time = step.series().plan().at(moved.to().on());
        int capacity = step.series().plan().capacity();
        session.dated(step.series().isProvisional(moved.to(), calendar))
                .follow(step.series().id());
        return before.equals(time) && session.capacity() == capacity
                ? Uni.createFrom().voidItem()
                : log.changed(
                        session,
                        step.activity(),
                        before,
                        allowed(session.change(time, capacity, step.activity(), step.now())));
    }

    private Uni<Session> cancel(Step step, Session session) {
        byte[] because = texts.sealReason(session.id(), step.reason());
        return log.cancelled(session, step.activity(), allowed(session.cancel(because, step.activity(), step.now())));
    }

    /** @throws IllegalStateException if it was refused all the same: the whole change is undone */
    private static Told allowed(Outcome<Told> outcome) {
        return switch (outcome) {
            case Outcome.Done<Told>(Told told) -> told;
            case Outcome.Refused<Told> refused ->
                throw new IllegalStateException("a session of a series refuses what was allowed: " + refused);
        };
    }
}
