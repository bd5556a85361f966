package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Shows sign-ups, in the current Hibernate session. */
@ApplicationScoped
class SignUpViews {
    private final SignUps signUps;
    private final SignUpTexts texts;

    @Inject
    SignUpViews(SignUps signUps, SignUpTexts texts) {
        this.signUps = signUps;
        this.texts = texts;
    }

    /** One, to somebody who may read what was written about it or not. */
    Uni<SignUpView> one(SignUp signUp, boolean reads) {
        return signUps.positions(List.of(signUp.id()))
                .map(positions -> view(signUp, positions.get(signUp.id()), reads));
    }

    /** Several, with what was written about them. */
    Uni<List<SignUpView>> all(List<SignUp> found) {
        List<UUID> ids = found.stream().map(SignUp::id).toList();
        return signUps.positions(ids)
                .map(positions -> found.stream()
                        .map(signUp -> view(signUp, positions.get(signUp.id()), true))
                        .toList());
    }

    private SignUpView view(SignUp signUp, Integer position, boolean reads) {
        Booking booking = signUp.booking();
        return new SignUpView(
                signUp.id(),
                signUp.version(),
                booking.sessionId(),
                booking.activityId(),
                booking.volunteerId(),
                booking.division(),
                booking.teamId(),
                signUp.status(),
                position,
                signUp.offeredUntil(),
                booking.guests(),
                booking.walkIn(),
                signUp.handoverTo(),
                signUp.exchangeSession(),
                booking.at(),
                signUp.missedAt(),
                signUp.appealedAt(),
                reads ? texts.reason(signUp) : null,
                reads ? texts.appeal(signUp) : null,
                reads ? texts.answer(signUp) : null,
                List.of());
    }
}
