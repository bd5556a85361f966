package org.linli.registration.erasure;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Demands for erasure in the database. */
@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<Erasure, UUID> {

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<Erasure> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the person behind a sign-in was erased after a moment. */
    Uni<Boolean> wasErasedAfter(byte[] accountIndex, Instant moment) {
        return count("accountIndex = ?1 and doneAt > ?2", accountIndex, moment).map(found -> found > 0);
    }
}
