package org.linli.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps calls away from a service that failed several times in a row: they are refused at once instead of each waiting
 * for its own failure. After a while one call is let through to see; if it is answered, all are.
 */
public final class Breaker {

    private static final long CLOSED = Long.MIN_VALUE;

    private final int failures;
    private final long openNanos;
    private final LongSupplier nanos;
    private final AtomicInteger inARow = new AtomicInteger();
    private final AtomicLong closedAgainAt = new AtomicLong(CLOSED);

    /**
     * A breaker for one service.
     *
     * @param failures how many in a row open it
     * @param open how long until the next call is let through
     * @param nanos a clock that never goes back
     */
    public Breaker(int failures, Duration open, LongSupplier nanos) {
        this.failures = failures;
        this.openNanos = open.toNanos();
        this.nanos = nanos;
    }

    /** Whether a call may try; while the breaker is open that is one call in each of its times. */
    public boolean lets() {
        long until = closedAgainAt.get();
        if (until == CLOSED) {
            return true;
        }
        long now = nanos.getAsLong();
        return now - until >= 0 && closedAgainAt.compareAndSet(until, now + openNanos);
    }

    /** The service answered something, whatever it said. */
    public void answered() {
        // An answer may come between the last failure and the opening: then nothing is counted, but it is open.
        if (inARow.get() != 0 || closedAgainAt.get() != CLOSED) {
            inARow.set(0);
            closedAgainAt.set(CLOSED);
        }
    }

    /** It could not be reached, broke off or did not answer in time. */
    public void failed() {
        if (inARow.incrementAndGet() >= failures) {
            closedAgainAt.compareAndSet(CLOSED, nanos.getAsLong() + openNanos);
        }
    }
}
