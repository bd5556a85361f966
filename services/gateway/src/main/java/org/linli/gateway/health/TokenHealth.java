package org.linli.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.linli.gateway.token.SigningKeys;

/** The gateway is ready when it can tell a good token from a bad one. */
@Readiness
@ApplicationScoped
class TokenHealth implements HealthCheck {

    private final SigningKeys keys;

    TokenHealth(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sign-in keys").status(keys.areKnown()).build();
    }
}
