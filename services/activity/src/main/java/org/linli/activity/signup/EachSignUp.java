package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.time.LinliClock;

/** Moves many sign-ups of a session, some in a transaction; the rest is due at once, in the next. */
@ApplicationScoped
class EachSignUp {
    private static final int AT_ONCE = 50;

    private final SignUps signUps;
    private final SignUpLog log;
    private final SessionTimes times;
    private final LinliClock clock;

    @Inject
    EachSignUp(SignUps signUps, SignUpLog log, SessionTimes times, LinliClock clock) {
        this.signUps = signUps;
        this.log = log;
        this.times = times;
        this.clock = clock;
    }

    /** Moves those that stand so; {@code move} must change where they stand. */
    Uni<Void> keep(Held held, String kind, List<SignUpStatus> statuses, Function<SignUp, SignUpMove> move) {
        return signUps.standing(held.id(), statuses, AT_ONCE)
                .chain(found -> keep(held, found, 0, move)
                        .chain(() -> found.size() < AT_ONCE
                                ? Uni.createFrom().voidItem()
                                : times.again(kind, held.id(), clock.now())));
    }

    private Uni<Void> keep(Held held, List<SignUp> found, int next, Function<SignUp, SignUpMove> move) {
        if (next == found.size()) {
            return Uni.createFrom().voidItem();
        }
        SignUp signUp = found.get(next);
        return log.keep(held, signUp, move.apply(signUp)).chain(() -> keep(held, found, next + 1, move));
    }
}
