package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Keeps projects. */
@ApplicationScoped
class Projects implements PanacheRepositoryBase<Project, UUID> {

    /** The project with its row locked until the transaction ends; null if there is none. */
    Uni<Project> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The project, which stays as it is until the transaction ends; null if there is none. */
    Uni<Project> keep(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_READ);
    }
}
