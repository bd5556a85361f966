package org.linli.registration.star;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Objections in the database. */
@ApplicationScoped
class ObjectionRepository implements PanacheRepositoryBase<StarObjection, UUID> {

    /** One objection about a file; null if there is none. */
    Uni<StarObjection> of(UUID starFileId, UUID id) {
        return find("starFileId = ?1 and id = ?2", starFileId, id).firstResult();
    }

    /** Whether somebody has objected to what is on display now, however that was decided. */
    Uni<Boolean> objected(StarFile file, UUID accountId) {
        return count("starFileId = ?1 and by = ?2 and displayUntil = ?3", file.id(), accountId, file.publicUntil())
                .map(found -> found > 0);
    }

    /** Those that nobody decided yet. */
    Uni<List<StarObjection>> open(UUID starFileId) {
        return list("starFileId = ?1 and decidedAt is null order by id", starFileId);
    }

    /** Those of one file behind an id, one more than the limit, oldest first. */
    Uni<List<StarObjection>> page(UUID starFileId, UUID after, int limit) {
        return find("starFileId = ?1 and id > ?2 order by id", starFileId, after)
                .range(0, limit)
                .list();
    }
}
