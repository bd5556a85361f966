package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.signup.SignUpChange.Case;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/**
 * Exchanges the places of two volunteers in two sessions (换班), so that neither is without one in between and nobody
 * else gets either. Whoever offered has consented by that, also to little time around the other session.
 */
@ApplicationScoped
class Exchange {
    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Applicants applicants;
    private final Diaries diaries;
    private final SignUpViews views;
    private final SignUpPolicy policy;

    @Inject
    Exchange(
            SessionBook book,
            SignUps signUps,
            SignUpLog log,
            Applicants applicants,
            Diaries diaries,
            SignUpViews views,
            SignUpPolicy policy) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.applicants = applicants;
        this.diaries = diaries;
        this.views = views;
        this.policy = policy;
    }

    /** Holds both sessions of an offered exchange, in the order of their ids; nothing if it is a mere handover. */
    Uni<Void> hold(UUID signUp) {
        return signUps.exchangeOf(signUp)
                .chain(other -> other == null
                        ? Uni.createFrom().voidItem()
                        : signUps.sessionOf(signUp).chain(own -> holdInOrder(own, other)));
    }

    private Uni<Void> holdInOrder(UUID one, UUID other) {
        boolean ordered = one.toString().compareTo(other.toString()) < 0;
        return book.hold(ordered ? one : other)
                .chain(() -> book.hold(ordered ? other : one))
                .replaceWithVoid();
    }

    /** What each gives, and gets. */
    private record Places(Case mine, Held otherSession, SignUp theirs) {
        UUID offering() {
            return mine.signUp().booking().volunteerId();
        }

        UUID accepting() {
            return theirs.booking().volunteerId();
        }
    }

    /** The one who was asked consents; refused with what speaks against that person, and no word about the other. */
    Uni<Outcome<SignUpView>> accept(Case its, UUID volunteer, boolean acceptSoftConflicts) {
        return places(its, volunteer)
                .chain(found -> Steps.then(
                        found,
                        places -> diaries.holdBoth(places.offering(), places.accepting())
                                .chain(() -> fits(
                                        places.accepting(),
                                        its.held(),
                                        places.otherSession(),
                                        its.by(),
                                        acceptSoftConflicts))
                                .chain(fine -> Steps.then(
                                        fine,
                                        accepting -> offering(places)
                                                .chain(both -> Steps.keep(
                                                        both, offering -> exchange(places, accepting, offering)))))));
    }

    private Uni<Outcome<Places>> places(Case its, UUID volunteer) {
        UUID session = its.signUp().exchangeSession();
        return book.hold(session)
                .chain(held -> signUps.of(session, volunteer)
                        .map(theirs -> theirs == null
                                ? Outcome.refused(ActivityRefusal.EXCHANGE_NOT_POSSIBLE)
                                : theirs.handable(held.terms(), its.by())
                                        .map(signUp -> new Places(its, held, signUp))));
    }

    /** Why the one who offered cannot come to the other session is nobody else's business. */
    private Uni<Outcome<Applicant>> offering(Places places) {
        return fits(
                        places.offering(),
                        places.otherSession(),
                        places.mine().held(),
                        places.mine().by(),
                        true)
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Applicant> fine -> fine;
                    case Outcome.Refused<Applicant> refused -> Outcome.refused(ActivityRefusal.EXCHANGE_NOT_POSSIBLE);
                });
    }

    private Uni<Outcome<Applicant>> fits(UUID who, Held into, Held outOf, By by, boolean acceptSoftConflicts) {
        return applicants
                .find(who, into.terms().teamId())
                .chain(found -> Steps.then(
                        found,
                        applicant -> diaries.of(who, into.terms(), by.at())
                                .map(diary -> new Eligibility(policy, into.terms(), by.at())
                                        .ofPlaceTaken(applicant, diary.without(outOf.id()), true, acceptSoftConflicts))
                                .map(admitted -> admitted.map(fine -> applicant))));
    }

    private Uni<SignUpView> exchange(Places places, Applicant accepting, Applicant offering) {
        Case mine = places.mine();
        return handOver(mine.held(), mine.signUp(), accepting, true, mine.by())
                .chain(taken -> handOver(places.otherSession(), places.theirs(), offering, true, mine.by())
                        .chain(() -> views.one(taken, true)));
    }

    /** The place is free for no moment in which anybody else could take it: the session is held. */
    Uni<SignUp> handOver(Held held, SignUp from, Applicant to, boolean exchange, By by) {
        SignUp next = new SignUp(Ids.next(), Booking.of(held.terms(), to, 0, false, by));
        SignUpMove left = from.handOver(next.id(), exchange, held.terms(), by);
        return log.keep(held, from, left).chain(() -> log.begin(held, next, next.confirm(held.terms(), by)));
    }
}
