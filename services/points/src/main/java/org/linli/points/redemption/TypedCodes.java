package org.linli.points.redemption;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts wrong digits at the till, so that nobody finds right ones by trying (docs/decisions, 32): so many a minute and
 * sign-in. A try counts before it is judged and is given back if the digits were known, so that many tries at once are
 * no way around it.
 */
final class TypedCodes {
    private final int allowed;
    private final AtomicReference<Minute> current = new AtomicReference<>(new Minute(0, Map.of()));

    /** @param allowed wrong tries a minute and sign-in */
    TypedCodes(int allowed) {
        this.allowed = allowed;
    }

    private record Minute(long number, Map<UUID, Integer> tries) {}

    /** Begins a try; false if there were too many. */
    boolean begin(UUID account, Instant now) {
        boolean[] begun = new boolean[1];
        minute(now).tries().compute(account, (who, before) -> {
            int tries = before == null ? 0 : before;
            begun[0] = tries < allowed;
            return begun[0] ? Integer.valueOf(tries + 1) : before;
        });
        return begun[0];
    }

    /** The digits that were tried are known: the try does not count. */
    void known(UUID account, Instant now) {
        minute(now).tries().computeIfPresent(account, (who, tries) -> tries > 0 ? tries - 1 : tries);
    }

    /** Only the current minute is remembered: what is kept is bounded by who tries within it. */
    private Minute minute(Instant now) {
        long number = Math.floorDiv(now.getEpochSecond(), 60L);
        return current.updateAndGet(
                known -> known.number() >= number ? known : new Minute(number, new ConcurrentHashMap<>()));
    }
}
