package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.signup.SignUpChange.Case;
import org.linli.activity.signup.SignUpChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;

/**
 * Hands a place over (换班), for nothing or for one in another session: to one other volunteer who may come too and
 * consents; the waitlist is not asked.
 */
@ApplicationScoped
class HandoverUseCase {
    private final SignUpChange change;
    private final SessionBook book;
    private final Exchange exchange;
    private final Applicants applicants;
    private final Diaries diaries;
    private final SignUpViews views;
    private final SignUpPolicy policy;

    @Inject
    HandoverUseCase(
            SignUpChange change,
            SessionBook book,
            Exchange exchange,
            Applicants applicants,
            Diaries diaries,
            SignUpViews views,
            SignUpPolicy policy) {
        this.change = change;
        this.book = book;
        this.exchange = exchange;
        this.applicants = applicants;
        this.diaries = diaries;
        this.views = views;
        this.policy = policy;
    }

    /** Asks the other volunteer, whose own conflicts of time are told to nobody but themselves. */
    @WithTransaction
    Uni<Outcome<SignUpView>> offer(Target target, UUID volunteer, UUID forSession) {
        return change.of(
                target,
                its -> Steps.then(
                        its.standing().ofPerson(),
                        person -> known(forSession)
                                .chain(session -> Steps.then(
                                        session,
                                        fine -> applicants
                                                .find(
                                                        volunteer,
                                                        its.signUp().booking().teamId())
                                                .map(found -> found.then(other -> its.signUp()
                                                        .offerHandover(
                                                                volunteer, forSession, its.terms(), its.by())))))));
    }

    /** The session for which an exchange is offered is one that people can see; a mere handover names none. */
    private Uni<Outcome<Boolean>> known(UUID forSession) {
        return forSession == null
                ? Steps.decided(Outcome.done(true))
                : book.find(forSession)
                        .map(terms -> terms == null || !terms.published()
                                ? Outcome.refused(KitRefusal.NOT_FOUND, "inExchangeFor")
                                : Outcome.done(true));
    }

    /** The other volunteer does not want the place. */
    @WithTransaction
    Uni<Outcome<SignUpView>> decline(Target target) {
        UUID volunteer = target.caller().volunteerId();
        return change.of(
                target,
                its -> Steps.decided(asked(its, volunteer)
                        .then(mine -> mine.signUp().declineHandover(volunteer, mine.terms(), mine.by()))));
    }

    /** The other volunteer consents, and gets a sign-up of their own with the same place; in an exchange both do. */
    @WithTransaction
    Uni<Outcome<SignUpView>> accept(Target target, boolean acceptSoftConflicts) {
        UUID volunteer = target.caller().volunteerId();
        return exchange.hold(target.id())
                .chain(() -> change.open(target))
                .chain(opened -> Steps.then(
                        opened.then(its -> asked(its, volunteer)),
                        its -> its.signUp().exchangeSession() == null
                                ? take(its, volunteer, acceptSoftConflicts)
                                : exchange.accept(its, volunteer, acceptSoftConflicts)));
    }

    private Uni<Outcome<SignUpView>> take(Case its, UUID volunteer, boolean acceptSoftConflicts) {
        return eligible(its, volunteer, acceptSoftConflicts)
                .chain(found -> Steps.keep(
                        found,
                        other -> exchange.handOver(its.held(), its.signUp(), other, false, its.by())
                                .chain(kept -> views.one(kept, true))));
    }

    private static Outcome<Case> asked(Case its, UUID volunteer) {
        if (!its.standing().asked() && !its.standing().own()) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        return its.signUp().handedTo(volunteer, its.terms(), its.by()).map(signUp -> its);
    }

    private Uni<Outcome<Applicant>> eligible(Case its, UUID volunteer, boolean acceptSoftConflicts) {
        return applicants
                .find(volunteer, its.signUp().booking().teamId())
                .chain(found -> Steps.then(
                        found,
                        who -> diaries.of(volunteer, its.terms(), its.by().at())
                                .map(diary -> new Eligibility(
                                                policy, its.terms(), its.by().at())
                                        .ofPlaceTaken(who, diary, true, acceptSoftConflicts)
                                        .map(admitted -> who))));
    }
}
