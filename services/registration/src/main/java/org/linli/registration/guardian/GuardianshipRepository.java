package org.linli.registration.guardian;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Files of guardians in the database. */
@ApplicationScoped
class GuardianshipRepository implements PanacheRepositoryBase<Guardianship, UUID> {

    /** The file of a minor; null if nobody was ever named. */
    Uni<Guardianship> of(UUID volunteerId) {
        return find("volunteerId", volunteerId).firstResult();
    }

    /** The same, its row locked until the transaction ends. */
    Uni<Guardianship> lockOf(UUID volunteerId) {
        return find("volunteerId", volunteerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
