package org.linli.registration.guardian;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Consents in the database. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentRecord, UUID> {

    /** Those in force for a minor. */
    Uni<List<ConsentRecord>> inForce(UUID guardianshipId) {
        return list("guardianshipId = ?1 and endedAt is null order by id", guardianshipId);
    }

    /** All on record behind an id, one more than the limit, oldest first. */
    Uni<List<ConsentRecord>> page(UUID guardianshipId, UUID after, int limit) {
        return find("guardianshipId = ?1 and id > ?2 order by id", guardianshipId, after)
                .range(0, limit)
                .list();
    }
}
