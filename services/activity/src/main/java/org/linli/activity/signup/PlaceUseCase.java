package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.signup.SignUpChange.Case;
import org.linli.activity.signup.SignUpChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/** Takes an offered place, gives one back, strikes one off. */
@ApplicationScoped
class PlaceUseCase {
    private final SignUpChange change;
    private final Applicants applicants;
    private final Diaries diaries;
    private final SignUpTexts texts;
    private final SignUpPolicy policy;

    @Inject
    PlaceUseCase(SignUpChange change, Applicants applicants, Diaries diaries, SignUpTexts texts, SignUpPolicy policy) {
        this.change = change;
        this.applicants = applicants;
        this.diaries = diaries;
        this.texts = texts;
        this.policy = policy;
    }

    /** The offered place is taken, if nothing that happened since speaks against it. */
    @WithTransaction
    Uni<Outcome<SignUpView>> take(Target target, boolean acceptSoftConflicts) {
        return change.of(
                target,
                its -> Steps.then(
                        its.standing()
                                .ofPerson()
                                .then(person -> its.signUp().offered(its.by().at())),
                        offered -> stillEligible(its, acceptSoftConflicts)
                                .map(still -> still.then(fine -> its.signUp().take(its.terms(), its.by())))));
    }

    private Uni<Outcome<Eligibility.Admitted>> stillEligible(Case its, boolean acceptSoftConflicts) {
        Booking booking = its.signUp().booking();
        return applicants
                .find(booking.volunteerId(), booking.teamId())
                .chain(found -> Steps.then(
                        found,
                        who -> diaries.of(
                                        booking.volunteerId(),
                                        its.terms(),
                                        its.by().at())
                                .map(diary -> new Eligibility(
                                                policy, its.terms(), its.by().at())
                                        .ofPlaceTaken(who, diary, false, acceptSoftConflicts))));
    }

    /** A place, or a number on the waitlist, is given back. */
    @WithTransaction
    Uni<Outcome<SignUpView>> withdraw(Target target) {
        return change.of(
                target,
                its -> Steps.decided(
                        its.standing().ofPerson().then(person -> its.signUp().withdraw(its.terms(), its.by()))));
    }

    /** The organiser strikes somebody off. */
    @WithTransaction
    Uni<Outcome<SignUpView>> cancel(Target target, String reason) {
        return change.of(
                target,
                its -> Steps.decided(its.standing()
                        .ofOrganiser()
                        .then(organiser -> its.signUp()
                                .cancel(texts.sealReason(its.signUp().id(), reason), its.terms(), its.by()))));
    }
}
