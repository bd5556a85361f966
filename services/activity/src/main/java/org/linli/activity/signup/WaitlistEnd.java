package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** When a session begins, whoever still waits is told so, and waits no longer. */
@ApplicationScoped
class WaitlistEnd implements DueWorkHandler {
    private final SessionBook book;
    private final EachSignUp each;
    private final SessionTimes times;
    private final LinliClock clock;

    @Inject
    WaitlistEnd(SessionBook book, EachSignUp each, SessionTimes times, LinliClock clock) {
        this.book = book;
        this.each = each;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SessionTimes.WAITLIST_ENDS;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return book.hold(UUID.fromString(subject)).chain(held -> end(held, clock.now()));
    }

    /** A session may have been moved since. */
    private Uni<Void> end(Held held, Instant now) {
        SessionTerms terms = held.terms();
        return !terms.begun(now)
                ? times.again(kind(), held.id(), terms.startsAt())
                : each.keep(
                        held,
                        kind(),
                        List.of(SignUpStatus.WAITLISTED, SignUpStatus.OFFERED),
                        signUp -> signUp.lapse(terms, By.time(now)));
    }
}
