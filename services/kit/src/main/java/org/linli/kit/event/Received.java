package org.linli.kit.event;

import java.time.Instant;
import java.util.List;
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
 * @param districts six-digit codes of all districts concerned; none for city-level events
 * @param causation id of the event that caused it; null if a person did
 */
public record Received(
        UUID id,
        String type,
        String subject,
        long sequence,
        String division,
        Instant time,
        Event event,
        List<String> districts,
        UUID causation) {
    public Received {
        districts = List.copyOf(districts);
    }

    /** One of which nobody asks whom it concerns. */
    public Received(UUID id, String type, String subject, long sequence, String division, Instant time, Event event) {
        this(id, type, subject, sequence, division, time, event, List.of(), null);
    }

    /** The state of {@code type} that the event carries; null if it carries another kind. */
    public <S> S state(Class<S> type) {
        Object state = event.state();
        return type.isInstance(state) ? type.cast(state) : null;
    }
}
