package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** An offered place that nobody took in time goes to whoever is next. */
@ApplicationScoped
class OfferLapse implements DueWorkHandler {
    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Waitlist waitlist;
    private final LinliClock clock;

    @Inject
    OfferLapse(SessionBook book, SignUps signUps, SignUpLog log, Waitlist waitlist, LinliClock clock) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SessionTimes.OFFER_LAPSES;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID id = UUID.fromString(subject);
        return signUps.sessionOf(id)
                .chain(book::hold)
                .chain(held -> signUps.findById(id).chain(signUp -> lapse(held, signUp, clock.now())));
    }

    private Uni<Void> lapse(Held held, SignUp signUp, Instant now) {
        boolean answeredMeanwhile = signUp.status() != SignUpStatus.OFFERED || now.isBefore(signUp.offeredUntil());
        return answeredMeanwhile
                ? Uni.createFrom().voidItem()
                : log.keep(held, signUp, signUp.lapse(held.terms(), By.time(now)))
                        .chain(() -> waitlist.fill(held, now));
    }
}
