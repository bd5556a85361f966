package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Keeps series, in the current Hibernate session. */
@ApplicationScoped
class SeriesRows implements PanacheRepositoryBase<SessionSeries, UUID> {

    /** The series with its row locked until the transaction ends; null if there is none. */
    Uni<SessionSeries> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The activity of a series, without the series itself: the activity is locked first. Null if there is none. */
    Uni<UUID> activityOf(UUID id) {
        return Panache.getSession()
                .chain(hibernate -> hibernate
                        .createSelectionQuery("select s.activityId from SessionSeries s where s.id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /** The series of an activity behind an id; one more than the page holds. */
    Uni<List<SessionSeries>> page(UUID activityId, UUID after, int limit) {
        return find("activityId = ?1 and id > ?2 order by id", activityId, after)
                .page(0, limit + 1)
                .list();
    }
}
