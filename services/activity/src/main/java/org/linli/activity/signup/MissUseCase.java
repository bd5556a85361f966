package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.signup.SignUpChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/** Appeals against a session marked as missed (爽约), and what the organiser decides. */
@ApplicationScoped
class MissUseCase {
    private final SignUpChange change;
    private final SignUpTexts texts;
    private final SignUpPolicy policy;

    @Inject
    MissUseCase(SignUpChange change, SignUpTexts texts, SignUpPolicy policy) {
        this.change = change;
        this.texts = texts;
        this.policy = policy;
    }

    /** The person, or whoever stands for it, says why. */
    @WithTransaction
    Uni<Outcome<SignUpView>> appeal(Target target, String reason) {
        return change.of(target, its -> {
            byte[] sealed = texts.sealAppeal(its.signUp().id(), reason);
            return Steps.decided(its.standing()
                    .ofPerson()
                    .then(person -> its.signUp()
                            .appeal(sealed, its.terms().endsAt().plus(policy.appealWithin()), its.terms(), its.by())));
        });
    }

    /** Whoever organises decides, never about oneself. */
    @WithTransaction
    Uni<Outcome<SignUpView>> decide(Target target, boolean excused, String reason) {
        return change.of(target, its -> {
            byte[] sealed = texts.sealAnswer(its.signUp().id(), reason);
            return Steps.decided(its.standing()
                    .deciding()
                    .then(organiser -> its.signUp().decide(excused, sealed, its.terms(), its.by())));
        });
    }
}
