package org.linli.activity.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.linli.activity.ActivityConfiguration;

/** Makes the policy from the configuration, once. */
@ApplicationScoped
class Policies {

    @Produces
    @Singleton
    SignUpPolicy signUpPolicy(ActivityConfiguration configuration) {
        ActivityConfiguration.SignUps keys = configuration.signUps();
        return new SignUpPolicy(
                keys.closesBefore(),
                keys.offerFor(),
                keys.guests(),
                keys.waiting(),
                keys.littleTime(),
                keys.missesAllowed(),
                keys.missesWithin(),
                keys.barredFor(),
                keys.appealWithin());
    }
}
