package org.linli.registration.guardian;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Guardians in the database. */
@ApplicationScoped
class GuardianRepository implements PanacheRepositoryBase<Guardian, UUID> {
    private static final String WARDS = "select s.volunteer_id from guardian g join guardianship s"
            + " on s.id = g.guardianship_id where g.account_id = :account and g.status = 'CONFIRMED'";

    /** All who ever stood for a minor, in the order in which they were named. */
    Uni<List<Guardian>> of(UUID guardianshipId) {
        return list("guardianshipId = ?1 order by id", guardianshipId);
    }

    /** Those behind an id, one more than the limit, in the order in which they were named. */
    Uni<List<Guardian>> page(UUID guardianshipId, UUID after, int limit) {
        return find("guardianshipId = ?1 and id > ?2 order by id", guardianshipId, after)
                .range(0, limit)
                .list();
    }

    /** The minors for whom an account stands. */
    Uni<Set<UUID>> wardsOf(UUID accountId) {
        return getSession().chain(session -> wards(session, accountId));
    }

    private static Uni<Set<UUID>> wards(Mutiny.Session session, UUID accountId) {
        return session.createNativeQuery(WARDS, UUID.class)
                .setParameter("account", accountId)
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toUnmodifiableSet()));
    }
}
