package org.linli.kit.person;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tables that are only ever added to (a posting, a line of history) refuse changes by trigger. The triggers of texts
 * let
 * one kind of change through, that which this class announces for its transaction: what a person wrote goes, or is
 * encrypted anew. What was counted they keep for ever.
 */
final class Upkeep {
    private static final String ALLOWED = "select set_config('linli.upkeep', 'on', true)";

    private Upkeep() {}

    static Uni<Void> allowed(Mutiny.Session session) {
        return session.createNativeQuery(ALLOWED, String.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
