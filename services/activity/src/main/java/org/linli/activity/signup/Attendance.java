package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/** What check-in asks of sign-ups. Works in the Hibernate transaction of whoever asks. */
@ApplicationScoped
public class Attendance {
    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Applicants applicants;
    private final EachSignUp each;
    private final SessionTimes times;
    private final SignUpPolicy policy;

    @Inject
    Attendance(
            SessionBook book,
            SignUps signUps,
            SignUpLog log,
            Applicants applicants,
            EachSignUp each,
            SessionTimes times,
            SignUpPolicy policy) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.applicants = applicants;
        this.each = each;
        this.times = times;
        this.policy = policy;
    }

    /** The session as it stands, without a lock; null if there is none. */
    public Uni<SessionTerms> find(UUID sessionId) {
        return book.find(sessionId);
    }

    /** The session with its row locked until the transaction ends; null if there is none. */
    public Uni<SessionTerms> hold(UUID sessionId) {
        return book.hold(sessionId).map(held -> held == null ? null : held.terms());
    }

    /** Whether somebody has a place in a held session, or had one and is told of later. */
    public Uni<Outcome<SessionTerms>> placeOf(SessionTerms held, UUID volunteer) {
        return signUps.of(held.sessionId(), volunteer)
                .map(signUp -> signUp != null && signUp.mayArrive()
                        ? Outcome.done(held)
                        : Outcome.refused(ActivityRefusal.NOT_SIGNED_UP));
    }

    /** Somebody who has a place was there; more than once is once. */
    public Uni<Void> arrived(UUID sessionId, UUID volunteer, UUID account, Instant now) {
        return with(
                sessionId,
                held -> signUps.of(sessionId, volunteer).chain(signUp -> arrive(held, signUp, new By(account, now))));
    }

    /**
     * Somebody whom the list names was there: with a place, or without one while there are places left, as a walk-in.
     *
     * @return refused with {@code not-eligible} and every reason
     */
    public Uni<Outcome<Void>> listed(UUID sessionId, UUID volunteer, UUID account, Instant now) {
        By by = new By(account, now);
        return with(
                sessionId,
                held -> signUps.of(sessionId, volunteer)
                        .chain(signUp -> signUp != null && signUp.mayArrive()
                                ? arrive(held, signUp, by).replaceWith(() -> Outcome.done(null))
                                : walkIn(held, signUp, volunteer, by)));
    }

    /** Whoever had a place and did not come is marked, some at a time; {@code kind} is due again for the rest. */
    public Uni<Void> missed(UUID sessionId, String kind, Instant now) {
        return with(
                sessionId,
                held -> each.keep(
                        held,
                        kind,
                        List.of(SignUpStatus.CONFIRMED),
                        signUp -> signUp.miss(held.terms(), By.time(now))));
    }

    private <T> Uni<T> with(UUID sessionId, Function<Held, Uni<? extends T>> work) {
        return book.hold(sessionId).chain(work);
    }

    private Uni<Void> arrive(Held held, SignUp signUp, By by) {
        return signUp.status() == SignUpStatus.ATTENDED
                ? Uni.createFrom().voidItem()
                : log.keep(held, signUp, signUp.arrive(held.terms(), by)).replaceWithVoid();
    }

    /** Who waits, or has an offer, and stands there, gets what is left like everybody else. */
    private Uni<Outcome<Void>> walkIn(Held held, SignUp waiting, UUID volunteer, By by) {
        SessionTerms terms = held.terms();
        return applicants
                .find(volunteer, terms.teamId())
                .chain(found -> Steps.then(
                        found,
                        who -> Steps.keep(
                                judge(terms, who, waiting, by.at()),
                                allowed -> keep(held, waiting, who, by).replaceWithVoid())));
    }

    private Outcome<Eligibility.Admitted> judge(SessionTerms terms, Applicant who, SignUp waiting, Instant now) {
        boolean hasPlace = waiting != null && waiting.status().takesPlace();
        int party = waiting == null ? 1 : waiting.booking().party();
        return new Eligibility(policy, terms, now).ofWalkIn(who, hasPlace, party);
    }

    private Uni<SignUp> keep(Held held, SignUp waiting, Applicant who, By by) {
        if (waiting != null) {
            return log.keep(held, waiting, waiting.arrive(held.terms(), by));
        }
        SignUp walkIn = new SignUp(Ids.next(), Booking.of(held.terms(), who, 0, true, by));
        boolean first = held.terms().taken() == 0;
        return log.begin(held, walkIn, walkIn.arrive(held.terms(), by))
                .call(() ->
                        first ? times.follow(held.terms()) : Uni.createFrom().voidItem());
    }
}
