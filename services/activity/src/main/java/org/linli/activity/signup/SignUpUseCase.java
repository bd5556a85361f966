package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.signup.Eligibility.Admitted;
import org.linli.activity.signup.SignUps.Queue;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Reason;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.ProblemReason;
import org.linli.kit.time.LinliClock;

/** Signs people up: a place if there is one, else the waitlist, in the order in which the session was held. */
@ApplicationScoped
class SignUpUseCase {
    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final SessionTimes times;
    private final Applicants applicants;
    private final Diaries diaries;
    private final Copies copies;
    private final SignUpViews views;
    private final LinliClock clock;
    private final SignUpPolicy policy;

    @Inject
    SignUpUseCase(
            SessionBook book,
            SignUps signUps,
            SignUpLog log,
            SessionTimes times,
            Applicants applicants,
            Diaries diaries,
            Copies copies,
            SignUpViews views,
            LinliClock clock,
            SignUpPolicy policy) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.times = times;
        this.applicants = applicants;
        this.diaries = diaries;
        this.copies = copies;
        this.views = views;
        this.clock = clock;
        this.policy = policy;
    }

    /** Who asks for what, in which language, at what time. */
    private record Asked(Held held, Wish wish, By by, Locale language) {}

    /** Signs the caller up, or a minor for whom the caller stands. */
    @WithTransaction
    Uni<Outcome<SignUpView>> signUp(Caller caller, NewSignUp asked, Locale language) {
        return volunteer(caller, asked.volunteerId())
                .chain(who -> Steps.then(
                        who,
                        volunteer -> book.hold(asked.sessionId()).chain(held -> {
                            By by = new By(caller.accountId(), clock.now());
                            return held == null || !held.terms().published()
                                    ? Steps.refused(KitRefusal.NOT_FOUND, "sessionId")
                                    : signUp(new Asked(held, asked.wish(), by, language), volunteer);
                        })));
    }

    /** Who is to be signed up: the caller, or a minor for whom the caller stands. */
    private Uni<Outcome<UUID>> volunteer(Caller caller, UUID stated) {
        if (stated == null || stated.equals(caller.volunteerId())) {
            return Steps.decided(
                    caller.volunteerId() == null
                            ? Outcome.refused(KitRefusal.FORBIDDEN)
                            : Outcome.done(caller.volunteerId()));
        }
        return copies.guardiansOf(stated)
                .map(guardians -> guardians.contains(caller.accountId())
                        ? Outcome.done(stated)
                        : Outcome.refused(KitRefusal.NOT_FOUND, "volunteerId"));
    }

    private Uni<Outcome<SignUpView>> signUp(Asked asked, UUID volunteer) {
        SessionTerms terms = asked.held().terms();
        return applicants
                .find(volunteer, terms.teamId())
                .chain(found -> Steps.then(
                        found,
                        who -> diaries.of(volunteer, terms, asked.by().at())
                                .chain(diary -> signUps.queue(terms.sessionId())
                                        .chain(queue -> Steps.keep(
                                                judge(asked, who, diary, queue),
                                                admitted -> keep(asked, who, admitted, queue))))));
    }

    private Outcome<Admitted> judge(Asked asked, Applicant who, Diary diary, Queue queue) {
        return new Eligibility(policy, asked.held().terms(), asked.by().at())
                .ofNew(who, diary, asked.wish(), queue.waiting());
    }

    /** A place if there is one: what is free was offered to everybody who waits and could use it ({@link Waitlist}). */
    private Uni<SignUpView> keep(Asked asked, Applicant who, Admitted admitted, Queue queue) {
        SessionTerms terms = asked.held().terms();
        SignUp signUp =
                new SignUp(Ids.next(), Booking.of(terms, who, asked.wish().guests(), false, asked.by()));
        boolean place = terms.free() >= admitted.party();
        SignUpMove move = place
                ? signUp.confirm(terms, asked.by())
                : signUp.queue(queue.lastNumber() + 1, queue.waiting() + 1, terms, asked.by());
        return log.begin(asked.held(), signUp, move)
                .call(() -> terms.taken() == 0
                        ? times.follow(terms)
                        : Uni.createFrom().voidItem())
                .chain(kept -> views.one(kept, true))
                .map(view -> view.with(warnings(admitted.warnings(), asked.language())));
    }

    static List<ProblemReason> warnings(List<Reason> warnings, Locale language) {
        return warnings.stream()
                .map(warning -> ProblemReason.of(warning, language))
                .toList();
    }
}
