package org.linli.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed delivery is tried again: each pause is twice as long as the one before.
 *
 * @param first the first pause
 * @param longest the longest
 * @param giveUpAfter how long it is tried, from when it was first due
 * @param brokenTries how often it is tried at the most if nothing but we ourselves stands in its way
 */
record Retries(Duration first, Duration longest, Duration giveUpAfter, int brokenTries) {
    private static final int MOST_DOUBLINGS = 20;

    /** The next try after that many; empty if it is given up. */
    Optional<Instant> next(Trouble trouble, int attempts, Instant firstDueAt, Instant now) {
        boolean hopeless = switch (trouble.patience()) {
            case NONE -> true;
            case SHORT -> attempts >= brokenTries;
            case LONG -> false;
        };
        if (hopeless || !now.isBefore(firstDueAt.plus(giveUpAfter))) {
            return Optional.empty();
        }
        Duration pause = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS));
        return Optional.of(now.plus(pause.compareTo(longest) < 0 ? pause : longest));
    }
}
