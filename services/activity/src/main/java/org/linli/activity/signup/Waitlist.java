package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * The waitlist (候补) of a session: places that became free are offered for a while to whoever is next and can use
 * them. A party too large for what is free keeps its number and lets others pass, so that no place stays empty for it.
 */
@ApplicationScoped
class Waitlist {
    private final SignUps signUps;
    private final SignUpLog log;
    private final SessionTimes times;
    private final SignUpPolicy policy;

    @Inject
    Waitlist(SignUps signUps, SignUpLog log, SessionTimes times, SignUpPolicy policy) {
        this.signUps = signUps;
        this.log = log;
        this.times = times;
        this.policy = policy;
    }

    /** Offers free places until there are none, or they suffice for nobody who waits. */
    Uni<Void> fill(Held held, Instant now) {
        SessionTerms terms = held.terms();
        if (terms.free() < 1 || terms.cancelled() || terms.begun(now)) {
            return Uni.createFrom().voidItem();
        }
        return signUps.next(held.id(), terms.free())
                .chain(next -> next == null
                        ? Uni.createFrom().voidItem()
                        : offer(held, next, now).chain(() -> fill(held, now)));
    }

    private Uni<Void> offer(Held held, SignUp next, Instant now) {
        SessionTerms terms = held.terms();
        SignUpMove move = next.offer(policy.offeredUntil(terms, now), terms, By.time(now));
        return log.keep(held, next, move).chain(times::offered);
    }
}
