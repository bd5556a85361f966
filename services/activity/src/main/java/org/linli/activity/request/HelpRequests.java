package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Keeps orders. */
@ApplicationScoped
class HelpRequests implements PanacheRepositoryBase<HelpRequest, UUID> {

    /** The order with its row locked until the transaction ends; null if there is none. */
    Uni<HelpRequest> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
