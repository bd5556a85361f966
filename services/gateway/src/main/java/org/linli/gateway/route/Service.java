package org.linli.gateway.route;

import java.net.URI;
import java.util.Locale;
import org.linli.gateway.GatewayConfiguration;

/** The services behind the gateway. */
public enum Service {
    REGISTRATION,
    ACTIVITY,
    POINTS,
    NOTIFICATION;

    /** The name as it stands in paths, logs and health. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is. */
    public URI address(GatewayConfiguration.Services services) {
        return switch (this) {
            case REGISTRATION -> services.registration();
            case ACTIVITY -> services.activity();
            case POINTS -> services.points();
            case NOTIFICATION -> services.notification();
        };
    }
}
