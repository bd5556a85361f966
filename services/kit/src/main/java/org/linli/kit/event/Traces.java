package org.linli.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The W3C trace context of events that were consumed a moment ago, so that what they cause goes on under the same
 * trace. Kept in memory and bounded: an effect that comes much later (after a time-out, after a restart) begins a trace
 * of its own, and its {@code causationid} still tells the cause.
 */
@ApplicationScoped
class Traces {
    private static final int KEPT = 10_000;

    private final Map<UUID, String> byEvent = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
            return size() > KEPT;
        }
    });

    void remember(UUID event, String traceparent) {
        if (traceparent != null) {
            byEvent.put(event, traceparent);
        }
    }

    /** The trace of that event; null if there is none or it is not known any more. */
    String of(UUID event) {
        return event == null ? null : byEvent.get(event);
    }
}
