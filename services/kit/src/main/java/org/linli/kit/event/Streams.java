package org.linli.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How each incoming stream is doing: when it last moved, and since when and why it stands still. */
@ApplicationScoped
public class Streams {
    private final Map<String, State> byChannel = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    @Inject
    Streams(MeterRegistry meters) {
        this.meters = meters;
    }

    /** State of one channel; {@code stalledSince} is null while it moves. */
    public record State(Instant lastMoved, Instant stalledSince, String cause) {
        /** How long it has been standing still; zero while it moves. */
        public Duration stalledFor(Instant now) {
            return stalledSince == null ? Duration.ZERO : Duration.between(stalledSince, now);
        }
    }

    /** All channels that ever did something, by name. */
    public Map<String, State> all() {
        return new TreeMap<>(byChannel);
    }

    void moved(String channel, int records) {
        byChannel.put(channel, new State(Instant.now(), null, null));
        meters.counter("linli.events.consumed", "channel", channel).increment(records);
    }

    void stalled(String channel, Throwable cause) {
        byChannel.merge(
                channel,
                new State(null, Instant.now(), cause.getClass().getSimpleName()),
                (before, now) -> before.stalledSince() == null
                        ? new State(before.lastMoved(), now.stalledSince(), now.cause())
                        : before);
        meters.counter("linli.events.retries", "channel", channel).increment();
    }
}
