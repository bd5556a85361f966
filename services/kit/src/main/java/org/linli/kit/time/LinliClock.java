package org.linli.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the platform: real time, and in the profiles {@code local} and {@code test} an offset that only moves
 * forward, so that a story can play hours in seconds. Tokens use real time, never this clock. Instants have
 * microseconds, as PostgreSQL does.
 */
@ApplicationScoped
public class LinliClock {
    /** The zone in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock real = Clock.systemUTC();
    private final AtomicLong offsetSeconds = new AtomicLong();
    private final boolean adjustable;

    /** A clock that shows real time until it is advanced. */
    @Inject
    public LinliClock(@ConfigProperty(name = "linli.clock.adjustable", defaultValue = "false") boolean adjustable) {
        this.adjustable = adjustable;
    }

    /** Now, in UTC. */
    public Instant now() {
        return real.instant().plusSeconds(offsetSeconds.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** The current day in {@link #ZONE}. */
    public LocalDate today() {
        return dayOf(now());
    }

    /** The day in {@link #ZONE} to which an instant belongs. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** How far this clock is ahead of real time. */
    public Duration offset() {
        return Duration.ofSeconds(offsetSeconds.get());
    }

    /** Moves forward to an offset; never back, and never outside the profiles that allow it. */
    public void advanceTo(Duration offset) {
        if (adjustable) {
            offsetSeconds.accumulateAndGet(offset.toSeconds(), Math::max);
        }
    }
}
