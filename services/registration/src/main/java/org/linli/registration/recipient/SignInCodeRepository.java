package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** One-time codes in the database, by recipient. */
@ApplicationScoped
class SignInCodeRepository implements PanacheRepositoryBase<SignInCode, UUID> {

    /** The code of a recipient, its row locked until the transaction ends; null if none was ever issued. */
    Uni<SignInCode> lock(UUID recipientId) {
        return findById(recipientId, LockModeType.PESSIMISTIC_WRITE);
    }
}
