package org.linli.registration.team;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.MembershipState.MembershipStatus;

/** Memberships in the database. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, UUID> {
    private static final Set<MembershipStatus> OPEN = Set.of(MembershipStatus.REQUESTED, MembershipStatus.ACTIVE);

    /** The membership, its row locked until the transaction ends; null if there is none. */
    Uni<Membership> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the volunteer is an active member of the team. */
    Uni<Boolean> isActive(UUID teamId, UUID volunteerId) {
        return isIn(teamId, volunteerId, Set.of(MembershipStatus.ACTIVE));
    }

    /** Whether the volunteer is a member of the team or has asked to be one. */
    Uni<Boolean> isOpen(UUID teamId, UUID volunteerId) {
        return isIn(teamId, volunteerId, OPEN);
    }

    /** Memberships of a team in the order of their ids, one more than the limit. */
    Uni<List<Membership>> page(UUID teamId, Set<MembershipStatus> statuses, UUID after, int limit) {
        return find(
                        "teamId = :team and status in :statuses and id > :after order by id",
                        Parameters.with("team", teamId)
                                .and("statuses", statuses)
                                .and("after", after))
                .range(0, limit)
                .list();
    }

    /** The same, of one volunteer only. */
    Uni<List<Membership>> pageOf(UUID volunteerId, UUID teamId, Set<MembershipStatus> statuses, UUID after, int limit) {
        return find(
                        "teamId = :team and volunteerId = :volunteer and status in :statuses and id > :after"
                                + " order by id",
                        Parameters.with("team", teamId)
                                .and("volunteer", volunteerId)
                                .and("statuses", statuses)
                                .and("after", after))
                .range(0, limit)
                .list();
    }

    private Uni<Boolean> isIn(UUID teamId, UUID volunteerId, Set<MembershipStatus> statuses) {
        return count("teamId = ?1 and volunteerId = ?2 and status in ?3", teamId, volunteerId, statuses)
                .map(found -> found > 0);
    }
}
