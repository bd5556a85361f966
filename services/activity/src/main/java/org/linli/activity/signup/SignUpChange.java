package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/**
 * The frame of every change of a sign-up: hold its session, see what it is to the caller, decide, keep, and offer the
 * places that became free. Works in the transaction of the use case that asks.
 */
@ApplicationScoped
class SignUpChange {
    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Waitlist waitlist;
    private final Copies copies;
    private final Guardians guardians;
    private final SignUpViews views;
    private final LinliClock clock;

    @Inject
    SignUpChange(
            SessionBook book,
            SignUps signUps,
            SignUpLog log,
            Waitlist waitlist,
            Copies copies,
            Guardians guardians,
            SignUpViews views,
            LinliClock clock) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.waitlist = waitlist;
        this.copies = copies;
        this.guardians = guardians;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Which sign-up, by whom, and the version it must still have.
     *
     * @param id the sign-up
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Everything a decision may ask about, with the session held. */
    record Case(Held held, SignUp signUp, Standing standing, By by) {
        SessionTerms terms() {
            return held.terms();
        }
    }

    /** Decides on a sign-up; may ask others first. */
    @FunctionalInterface
    interface Decision {
        Uni<Outcome<SignUpMove>> decide(Case its);
    }

    Uni<Outcome<SignUpView>> of(Target target, Decision decision) {
        return open(target)
                .chain(opened -> Steps.then(
                        opened,
                        its -> decision.decide(its)
                                .chain(decided -> Steps.then(
                                        decided, move -> keep(its, move).map(Outcome::done)))));
    }

    /** The sign-up with its session held, if the caller may know of it and it is as the caller has read it. */
    Uni<Outcome<Case>> open(Target target) {
        return signUps.sessionOf(target.id())
                .chain(session -> session == null ? Uni.createFrom().nullItem() : book.hold(session))
                .chain(held -> held == null ? Steps.refused(KitRefusal.NOT_FOUND) : open(target, held));
    }

    private Uni<Outcome<Case>> open(Target target, Held held) {
        By by = new By(target.caller().accountId(), clock.now());
        return signUps.findById(target.id())
                .chain(signUp -> standing(target.caller(), signUp, held)
                        .map(standing -> standing.knows()
                                ? IfMatch.check(
                                        target.ifMatch(), signUp.version(), new Case(held, signUp, standing, by))
                                : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    private Uni<Standing> standing(Caller caller, SignUp signUp, Held held) {
        return guardians
                .of(signUp.booking())
                .chain(accounts -> copies.serving(caller)
                        .map(serving -> Standing.of(caller, signUp, held.activity(), serving, accounts)));
    }

    private Uni<SignUpView> keep(Case its, SignUpMove move) {
        return log.keep(its.held(), its.signUp(), move)
                .call(() -> move.places() < 0
                        ? waitlist.fill(its.held(), its.by().at())
                        : Uni.createFrom().voidItem())
                .chain(kept -> views.one(kept, its.standing().reads()));
    }
}
