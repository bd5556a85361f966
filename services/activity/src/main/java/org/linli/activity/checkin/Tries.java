package org.linli.activity.checkin;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Counts wrong digits, so that nobody finds the right ones by trying: so many a minute and volunteer, then even right
 * ones are refused until the minute is over. Kept in memory: a refused call rolls its transaction back, and a count
 * that survives it would need a second connection. With several replicas each counts for itself.
 */
final class Tries {
    private final int allowed;
    private final AtomicReference<Minute> current = new AtomicReference<>(new Minute(0, Map.of()));

    /** @param allowed wrong tries a minute and volunteer */
    Tries(int allowed) {
        this.allowed = allowed;
    }

    /** What came of a try. */
    enum Try {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    private record Minute(long number, Map<UUID, Integer> wrong) {}

    /** Lets a volunteer try once; simultaneous tries of one volunteer are judged one after another. */
    Try once(UUID volunteer, Instant now, BooleanSupplier right) {
        Try[] result = new Try[1];
        minute(now).wrong().compute(volunteer, (who, before) -> {
            int wrong = before == null ? 0 : before;
            if (wrong >= allowed) {
                result[0] = Try.TOO_MANY;
                return before;
            }
            result[0] = right.getAsBoolean() ? Try.RIGHT : Try.WRONG;
            return result[0] == Try.WRONG ? Integer.valueOf(wrong + 1) : before;
        });
        return result[0];
    }

    /** Only the current minute is remembered: what is kept is bounded by who tries within it. */
    private Minute minute(Instant now) {
        long number = Math.floorDiv(now.getEpochSecond(), 60L);
        return current.updateAndGet(
                known -> known.number() >= number ? known : new Minute(number, new ConcurrentHashMap<>()));
    }
}
