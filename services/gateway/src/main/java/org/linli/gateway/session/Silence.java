package org.linli.gateway.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When to say that nothing is heard: at once, then each minute, not each time. Only one asks at a time. */
final class Silence {

    private static final Duration REPEATED = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private boolean silent;
    private long sinceNanos;
    private long saidNanos;

    /** @param nanos a clock that never goes back */
    Silence(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Nothing was heard again; tells since when if that has to be said now. */
    synchronized Optional<Duration> missed() {
        long now = nanos.getAsLong();
        if (!silent) {
            silent = true;
            sinceNanos = now;
        } else if (now - saidNanos < REPEATED.toNanos()) {
            return Optional.empty();
        }
        saidNanos = now;
        return Optional.of(Duration.ofNanos(now - sinceNanos));
    }

    /** Something was heard; tells whether that ends a silence. */
    synchronized boolean over() {
        boolean was = silent;
        silent = false;
        return was;
    }
}
