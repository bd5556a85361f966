package org.linli.registration.station;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.access.DivisionScope;

/** Stations in the database. */
@ApplicationScoped
class StationRepository implements PanacheRepositoryBase<Station, UUID> {

    /** Whether a station of the division has a name that looks the same. */
    Uni<Boolean> isNameTaken(DivisionCode division, String nameKey) {
        return count("division = ?1 and nameKey = ?2", division.value(), nameKey)
                .map(found -> found > 0);
    }

    /** Stations that stand below a division in the order of their ids, one more than the limit. */
    Uni<List<Station>> page(String divisionPrefix, Set<StationKind> kinds, UUID after, int limit) {
        DivisionScope scope = DivisionScope.below("division", divisionPrefix);
        Parameters parameters = Parameters.with("kinds", kinds).and("after", after);
        scope.parameters().forEach(parameters::and);
        return find(scope.condition() + " and kind in :kinds and id > :after order by id", parameters)
                .range(0, limit)
                .list();
    }
}
