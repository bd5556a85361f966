package org.linli.notification.preference;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.linli.kit.time.LinliClock;

/**
 * Quiet hours (免打扰时段): every day in Asia/Shanghai, over midnight if {@code until} is the earlier time. What comes in
 * them is held, never dropped.
 *
 * @param from the first quiet minute
 * @param until the first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime until) {
    public QuietHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours that begin where they end are none, or all day");
        }
    }

    /** Whether an instant lies in them. */
    public boolean cover(Instant instant) {
        LocalTime time = LocalTime.ofInstant(instant, LinliClock.ZONE);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }

    /** The instant itself if it is not quiet then, else the end of these quiet hours. */
    public Instant endAfter(Instant instant) {
        if (!cover(instant)) {
            return instant;
        }
        LocalDateTime now = LocalDateTime.ofInstant(instant, LinliClock.ZONE);
        LocalDateTime end = now.toLocalDate().atTime(until);
        return (end.isAfter(now) ? end : end.plusDays(1))
                .atZone(LinliClock.ZONE)
                .toInstant();
    }
}
