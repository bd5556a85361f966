package org.linli.gateway.session;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What hangs on sessions and keys. Whatever was added is found until it is removed, whoever does so meanwhile. */
final class Watched<T> {

    private final Map<UUID, Set<T>> byId = new ConcurrentHashMap<>();

    /** Hangs something on an id. */
    void add(UUID id, T what) {
        // Within the lock of the entry: a set that somebody else just emptied would be taken away with what is in it.
        byId.compute(id, (key, those) -> {
            Set<T> all = those == null ? ConcurrentHashMap.newKeySet() : those;
            all.add(what);
            return all;
        });
    }

    /** Takes it off again. */
    void remove(UUID id, T what) {
        byId.computeIfPresent(id, (key, those) -> {
            those.remove(what);
            return those.isEmpty() ? null : those;
        });
    }

    /** What hangs on an id now. */
    Set<T> of(UUID id) {
        return byId.getOrDefault(id, Set.of());
    }
}
