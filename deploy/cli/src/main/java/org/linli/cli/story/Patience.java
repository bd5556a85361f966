package org.linli.cli.story;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;

/** Waits for events to arrive, and no longer than a person would. */
final class Patience {
    /** Longer than any event may take on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration LOOK = Duration.ofMillis(15);

    private Patience() {}

    /** Waits until it is so; a sentence that names what did not happen, if it is not. */
    static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Refusal(what + " did not happen within " + LIMIT.toSeconds() + " seconds.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /**
     * Calls until the answer is a success. Somebody who became known a moment ago may not be known to every service
     * yet; these refusals, and no others, are tried again.
     */
    static Answer untilKnown(Supplier<Answer> call, String... refusalsOfStrangers) {
        Set<String> known = Set.of(refusalsOfStrangers);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Answer answer = call.get();
            boolean stranger = "not-known-yet".equals(answer.code()) || known.contains(answer.code());
            if (!stranger || System.nanoTime() > end) {
                return answer.expectSuccess();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
