package org.linli.registration.star;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Histories of stars in the database. */
@ApplicationScoped
class StarHistory implements PanacheRepositoryBase<StarEntry, UUID> {
    static final String TABLE = "star_entry";
    static final String REASON = "reason";

    /** Lines of one file behind an id, one more than the limit, oldest first. */
    Uni<List<StarEntry>> page(UUID starFileId, UUID after, int limit) {
        return find("starFileId = ?1 and id > ?2 order by id", starFileId, after)
                .range(0, limit)
                .list();
    }
}
