package org.linli.registration.team;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.access.DivisionScope;

/** Teams in the database. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<Team, UUID> {

    /** The team, its row locked until the transaction ends; null if there is none. */
    Uni<Team> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether a team of the division has a name that looks the same. */
    Uni<Boolean> isNameTaken(DivisionCode division, String nameKey) {
        return count("division = ?1 and nameKey = ?2", division.value(), nameKey)
                .map(found -> found > 0);
    }

    /** Teams below a division in the order of their ids, one more than the limit. */
    Uni<List<Team>> page(String divisionPrefix, Set<TeamKind> kinds, UUID after, int limit) {
        DivisionScope scope = DivisionScope.below("division", divisionPrefix);
        Parameters parameters = Parameters.with("kinds", kinds).and("after", after);
        scope.parameters().forEach(parameters::and);
        return find(scope.condition() + " and kind in :kinds and id > :after order by id", parameters)
                .range(0, limit)
                .list();
    }
}
