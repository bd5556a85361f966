package org.linli.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/** Counts the calls under way: one too many is turned away at once, so that those inside are served in time. */
@ApplicationScoped
public class Crowd {

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    Crowd(GatewayConfiguration configuration) {
        most = configuration.limits().together();
    }

    /** Whether there is room; the place is free again when the answer has ended, however it ends. */
    public boolean lets(Call call) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            return false;
        }
        call.routing().addEndHandler(over -> inside.decrementAndGet());
        return true;
    }
}
