package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.session.Session;
import org.linli.activity.session.SessionFollower;
import org.linli.activity.session.SessionTime;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/**
 * Follows sessions: with more places, whoever waits moves up; when one is called off, every sign-up is cancelled and
 * tells so itself. That is done in small transactions right after, because a session may have hundreds.
 */
@ApplicationScoped
class CalledOff implements SessionFollower, DueWorkHandler {
    private final SessionBook book;
    private final EachSignUp each;
    private final Waitlist waitlist;
    private final SessionTimes times;
    private final LinliClock clock;

    @Inject
    CalledOff(SessionBook book, EachSignUp each, Waitlist waitlist, SessionTimes times, LinliClock clock) {
        this.book = book;
        this.each = each;
        this.waitlist = waitlist;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public Uni<Void> changed(Session session, ActivityOutline activity, SessionTime before) {
        Held held = new Held(session, activity);
        return times.follow(held.terms()).chain(() -> waitlist.fill(held, clock.now()));
    }

    @Override
    public Uni<Void> cancelled(Session session, ActivityOutline activity) {
        Instant now = clock.now();
        return times.again(kind(), session.id(), now)
                .chain(() -> times.again(SessionTimes.SESSION_ENDED, session.id(), now));
    }

    @Override
    public String kind() {
        return SessionTimes.CALLED_OFF;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return book.hold(UUID.fromString(subject)).chain(held -> {
            By by = By.time(clock.now());
            return each.keep(
                    held,
                    kind(),
                    List.of(SignUpStatus.CONFIRMED, SignUpStatus.OFFERED, SignUpStatus.WAITLISTED),
                    signUp -> signUp.callOff(held.terms(), by));
        });
    }
}
