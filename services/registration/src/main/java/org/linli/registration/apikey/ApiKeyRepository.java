package org.linli.registration.apikey;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.access.DivisionScope;

/** Finds keys in the current Hibernate session. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<ApiKey> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets gateways hear of the end of a key, in real time. */
    Uni<Void> tellEnd(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update api_key set ended_at = clock_timestamp() where id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Keys below some prefixes or of some stations, and below a division; one more than the limit, in the order of
     * their ids.
     */
    Uni<List<ApiKey>> search(List<String> scopes, List<UUID> stations, String prefix, UUID after, int limit) {
        DivisionScope within = DivisionScope.within("division", scopes);
        DivisionScope below = DivisionScope.below("division", prefix);
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        parameters.putAll(within.parameters());
        parameters.putAll(below.parameters());
        String mine = within.condition();
        if (!stations.isEmpty()) {
            mine = "(" + mine + " or stationId in :stations)";
            parameters.put("stations", stations);
        }
        String query = "id > :after and " + mine + " and " + below.condition() + " order by id";
        return find(query, parameters).range(0, limit).list();
    }
}
