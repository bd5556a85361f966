package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.kit.work.DueWork;

/** What becomes due around a session and its sign-ups. Works in the Hibernate transaction of whoever asks. */
@ApplicationScoped
public class SessionTimes {
    /** Subject: a sign-up whose offered place is kept no longer. */
    static final String OFFER_LAPSES = "sign-up-offer-lapses";
    /** Subject: a session that begins; whoever still waits, waits no longer. */
    static final String WAITLIST_ENDS = "session-waitlist-ends";
    /** Subject: a session that was called off. */
    static final String CALLED_OFF = "session-called-off";
    /** Subject: a session that is over, and some time has passed: who forgot to check out, who did not come. */
    public static final String SESSION_ENDED = "session-ended";

    private final DueWork dueWork;
    private final Duration grace;

    @Inject
    SessionTimes(DueWork dueWork, ActivityConfiguration configuration) {
        this.dueWork = dueWork;
        this.grace = configuration.checkIn().sessionClosesAfter();
    }

    /** From the first sign-up on, and whenever the times change. */
    public Uni<Void> follow(SessionTerms terms) {
        return dueWork.schedule(WAITLIST_ENDS, terms.sessionId(), terms.startsAt())
                .chain(() -> dueWork.schedule(SESSION_ENDED, terms.sessionId(), closedAt(terms)));
    }

    Uni<Void> offered(SignUp signUp) {
        return dueWork.schedule(OFFER_LAPSES, signUp.id(), signUp.offeredUntil());
    }

    /** The same again, at another time. */
    public Uni<Void> again(String kind, UUID subject, Instant when) {
        return dueWork.schedule(kind, subject, when);
    }

    /** When a session is closed by rule: some time after its end. */
    public Instant closedAt(SessionTerms terms) {
        return terms.endsAt().plus(grace);
    }
}
