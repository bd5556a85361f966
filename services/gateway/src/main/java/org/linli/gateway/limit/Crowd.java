package org.linli.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/**
 * Counts the calls under way: one too many is turned away at once, so that those inside are served in time. Those who
 * need not say who they are never take more than half of the places.
 */
@ApplicationScoped
public class Crowd {

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    Crowd(GatewayConfiguration configuration) {
        most = configuration.limits().together();
    }

    /** Whether there is room; the place is free again when the answer has ended, however it ends. */
    public boolean lets(Call call) {
        return takesPlace(call, inside, most);
    }

    /** The same for a call that needs no sign-in. */
    public boolean letsUnknown(Call call) {
        return takesPlace(call, unknown, Math.max(1, most / 2)) && lets(call);
    }

    private static boolean takesPlace(Call call, AtomicInteger taken, int most) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        call.routing().addEndHandler(over -> taken.decrementAndGet());
        return true;
    }
}
