package org.linli.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.linli.activity.ActivityConfiguration;

/** Makes the policy from the configuration, once. */
@ApplicationScoped
class Policies {

    @Produces
    @Singleton
    PresencePolicy presencePolicy(ActivityConfiguration configuration) {
        ActivityConfiguration.CheckIn keys = configuration.checkIn();
        return new PresencePolicy(
                keys.radiusMetres(),
                keys.pairsPerDay(),
                keys.opensBefore(),
                keys.closesAfter(),
                keys.listReachesBack(),
                new PresencePolicy.Sessions(keys.sessionOpensBefore(), keys.sessionClosesAfter(), keys.claimsWithin()));
    }
}
