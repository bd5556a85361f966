package org.linli.registration;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Whatever links a sign-in to somebody, gives it a role or takes it from somebody waits for each other, so that what
 * was looked up of a sign-in is still true when the transaction commits.
 */
public final class SignInTurn {
    private static final String WAIT = "select cast(pg_advisory_xact_lock(:key) as text)";

    private SignInTurn() {}

    /** Waits in the current Hibernate session; the turn lasts until its transaction ends. */
    public static Uni<Void> of(UUID account) {
        return of(account.getMostSignificantBits() ^ account.getLeastSignificantBits());
    }

    /** The same for anything else that is known by a number. */
    public static Uni<Void> of(long key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WAIT, String.class)
                        .setParameter("key", key)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
