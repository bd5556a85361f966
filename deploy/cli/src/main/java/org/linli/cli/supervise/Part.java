package org.linli.cli.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One part of the city that the supervisor keeps running. */
public interface Part {
    /** The name it has in the status and in the name of its log. */
    String name();

    int port();

    /** Names of the parts that must have been ready before this one is started for the first time. */
    List<String> after();

    /** Starts it, without waiting until it is ready. */
    Running start() throws IOException;

    /** Asks it how it is; answers within a few seconds. */
    Health health();

    /** What must be there before others use it (databases, topics); runs after each start and may run again. */
    default void settle() throws Exception {}

    /** Called after it has ended on request, in good order. */
    default void ended() {}

    /** Called when it ended before it was ready, so that it can try another way next time. */
    default void failedToStart() {}

    /** How a process of this part is asked to end. */
    default String signal() {
        return "TERM";
    }

    /** How long it may take to end before it is ended by force; in a hurry nothing is worth waiting for but data. */
    default Duration stopPatience(boolean hurry) {
        return Duration.ofSeconds(20);
    }
}
