package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Sessions and keys that ended before their time, each remembered until it could not count anyhow. */
final class EndedIds {

    /** By how much the clock of the database, which says until when, may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Cache<UUID, Instant> ids;

    EndedIds(Ticker ticker, InstantSource clock) {
        ids = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfter(Expiry.<UUID, Instant>creating((id, until) -> {
                    Duration left = Duration.between(clock.instant(), until);
                    return left.isNegative() ? SKEW : left.plus(SKEW);
                }))
                .build();
    }

    /**
     * Remembers one.
     *
     * @param until when it would have ended by itself
     * @return whether it is news
     */
    boolean add(UUID id, Instant until) {
        return ids.asMap().putIfAbsent(id, until) == null;
    }

    boolean contain(UUID id) {
        return ids.getIfPresent(id) != null;
    }
}
