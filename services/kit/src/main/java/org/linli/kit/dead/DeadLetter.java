package org.linli.kit.dead;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.kit.event.Cause;

/**
 * A record that could not be consumed (死信), without what it says.
 *
 * @param id counts in the order of their failing
 * @param channel whose consumer could not take it
 * @param topic where it came from, with {@code partition} and {@code offset}
 * @param key of the record in Kafka, the subject of an event; order is kept by it; null if there is none
 * @param type of the event; null if there is none or it has not the form of one
 * @param size of the data in bytes
 * @param cause why it could not be consumed the last time it was tried
 * @param group of all that have the same channel, type and cause
 * @param attempts how often it was tried, the first time included; a dry run does not count
 * @param settledAt when it was re-driven or discarded; null while it waits
 * @param settledBy which operator did that
 * @param reason why it was discarded
 */
record DeadLetter(
        long id,
        State state,
        String channel,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        int size,
        Cause cause,
        String group,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt,
        Instant settledAt,
        UUID settledBy,
        String reason) {

    /** What became of it. */
    @Schema(name = "DeadLetterState")
    enum State {
        /** Nobody decided yet. */
        WAITING,
        /** It was consumed after all. */
        REDRIVEN,
        /** It never will be: somebody said why. */
        DISCARDED
    }

    boolean waits() {
        return state == State.WAITING;
    }
}
