package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.activity.ProjectClaimStatus;

/** Keeps claims. */
@ApplicationScoped
class Claims implements PanacheRepositoryBase<ProjectClaim, UUID> {

    /** The project of a claim, so that it can be locked first; null if there is no such claim. */
    Uni<UUID> projectOf(UUID claim) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select c.projectId from ProjectClaim c where c.id = :claim", UUID.class)
                        .setParameter("claim", claim)
                        .getSingleResultOrNull());
    }

    /** How many organisations have a project. */
    Uni<Long> granted(UUID project) {
        return count("projectId = ?1 and status = ?2", project, ProjectClaimStatus.GRANTED);
    }

    /** Claims that nobody decided yet. */
    Uni<List<ProjectClaim>> undecided(UUID project) {
        return list("projectId = ?1 and status = ?2 order by id", project, ProjectClaimStatus.ASKED);
    }

    /** Whether an organisation has a project, or has asked for it. */
    Uni<Boolean> claimed(UUID project, Organisation by) {
        return count(
                        "projectId = ?1 and status in (?2, ?3) and (organisation.teamId = ?4"
                                + " or organisation.stationId = ?5)",
                        project,
                        ProjectClaimStatus.ASKED,
                        ProjectClaimStatus.GRANTED,
                        by.teamId(),
                        by.stationId())
                .map(found -> found > 0);
    }

    /** The granted claim of a team or a station to a project, which stays so until the transaction ends; else null. */
    Uni<ProjectClaim> grantedTo(UUID project, UUID team, UUID station) {
        return find(
                        "projectId = ?1 and status = ?2 and (organisation.teamId = ?3 or organisation.stationId = ?4)"
                                + " order by id",
                        project,
                        ProjectClaimStatus.GRANTED,
                        team,
                        station)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResult();
    }
}
