package org.linli.registration.star;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.linli.registration.RegistrationConfiguration;

/** The local choices about stars, as the operator set them. */
@ApplicationScoped
class StarPolicy {
    private final RegistrationConfiguration.Stars stars;

    @Inject
    StarPolicy(RegistrationConfiguration configuration) {
        stars = configuration.stars();
    }

    StarLadder ladder() {
        return new StarLadder(stars.ladder(), stars.fiveBySelection());
    }

    /** Whether five stars take a selection. */
    boolean selects() {
        return stars.fiveBySelection();
    }

    /** When a display that begins now ends. */
    Instant publicUntil(Instant now) {
        return now.plus(Duration.ofDays(stars.publicityDays()));
    }

    /** From how many recorded minutes on something is proposed again. */
    long comeBack(long minutes) {
        return minutes + StarLadder.minutes(stars.hoursToReturn());
    }
}
