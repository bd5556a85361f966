package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Keeps activities. */
@ApplicationScoped
class Activities implements PanacheRepositoryBase<Activity, UUID> {

    /** The activity with its row locked until the transaction ends; null if there is none. */
    Uni<Activity> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
