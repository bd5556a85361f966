package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.activity.programme.ActivityFollower;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.time.LinliClock;

/** When an activity is called off, its coming sessions are cancelled with it; when it is closed they take place. */
@ApplicationScoped
class EndOfActivity implements ActivityFollower {
    private final Sessions sessions;
    private final SessionLog log;
    private final SessionTexts texts;
    private final LinliClock clock;

    @Inject
    EndOfActivity(Sessions sessions, SessionLog log, SessionTexts texts, LinliClock clock) {
        this.sessions = sessions;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** Its series end by themselves: nothing more is made of a series whose activity is not published. */
    @Override
    public Uni<Void> closed(ActivityOutline activity) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> cancelled(ActivityOutline activity, String reason) {
        Instant now = clock.now();
        return sessions.lockComing(activity.id(), now)
                .chain(coming -> OneByOne.each(coming, session -> cancel(session, activity, reason, now)));
    }

    private Uni<Outcome<Session>> cancel(Session session, ActivityOutline activity, String reason, Instant now) {
        byte[] because = texts.sealReason(session.id(), reason);
        return Steps.keep(session.cancel(because, activity, now), told -> log.cancelled(session, activity, told));
    }
}
