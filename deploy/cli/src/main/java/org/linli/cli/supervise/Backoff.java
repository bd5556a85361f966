package org.linli.cli.supervise;

import java.time.Duration;

/** How long to wait before the next start: half a second first, doubled each time, half a minute at most. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Who ran this long was well: what ends it now is something new, and not worth a longer pause. */
    private static final Duration FORGIVEN_AFTER = Duration.ofSeconds(20);

    private Duration next = FIRST;

    Duration afterRunning(Duration ran) {
        if (ran.compareTo(FORGIVEN_AFTER) >= 0) {
            next = FIRST;
        }
        Duration now = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return now;
    }
}
