package org.linli.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, looking again at a fixed interval. */
public final class Waiting {
    private Waiting() {}

    /** Asks until the answer is yes or the patience is at its end; answers whether it became true. */
    public static boolean until(BooleanSupplier condition, Duration patience, Duration interval) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(interval);
        }
        return true;
    }

    /** Lets time pass. */
    public static void pause(Duration time) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
