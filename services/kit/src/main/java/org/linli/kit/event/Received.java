package org.linli.kit.event;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.Event;

/**
 * An event as it arrived.
 *
 * @param id CloudEvents id; natural keys of effects derive from it
 * @param type CloudEvents type
 * @param subject what it is about
 * @param sequence counts per subject
 * @param division where; null for city-level events
 * @param time when it happened
 * @param event the fact itself
 */
public record Received(
        UUID id, String type, String subject, long sequence, String division, Instant time, Event event) {

    /** The state of {@code type} that the event carries; null if it carries another kind. */
    public <S> S state(Class<S> type) {
        Object state = event.state();
        return type.isInstance(state) ? type.cast(state) : null;
    }
}
