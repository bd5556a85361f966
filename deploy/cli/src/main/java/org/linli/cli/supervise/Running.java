package org.linli.cli.supervise;

import java.time.Duration;

/** A part that was started. */
public interface Running {
    /** The number of the operating system's process it lives in. */
    long pid();

    boolean isAlive();

    /** Waits for the end, no longer than the given time; answers whether it has ended. */
    boolean awaitEnd(Duration time) throws InterruptedException;

    /** Asks it to end, and ends it by force after the given time; answers whether it ended by itself. */
    boolean stop(Duration patience);
}
