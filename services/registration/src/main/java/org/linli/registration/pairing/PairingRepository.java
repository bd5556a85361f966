package org.linli.registration.pairing;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.access.Caller;
import org.linli.kit.access.DivisionScope;
import org.linli.registration.Responsible;

/** Pairings in the database. */
@ApplicationScoped
class PairingRepository implements PanacheRepositoryBase<Pairing, UUID> {

    /** The pairing, its row locked until the transaction ends; null if there is none. */
    Uni<Pairing> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** With how many households a volunteer is paired now. */
    Uni<Long> households(UUID volunteerId) {
        return count("volunteerId = ?1 and endedAt is null", volunteerId);
    }

    /** Whether these two are paired now. */
    Uni<Boolean> areTogether(UUID volunteerId, UUID recipientId) {
        return count("volunteerId = ?1 and recipientId = ?2 and endedAt is null", volunteerId, recipientId)
                .map(found -> found > 0);
    }

    /** Those of a volunteer that last, locked in the order of their ids. */
    Uni<List<Pairing>> lockLastingOfVolunteer(UUID volunteerId) {
        return find("volunteerId = ?1 and endedAt is null order by id", volunteerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of a recipient that last, locked in the order of their ids. */
    Uni<List<Pairing>> lockLastingOfRecipient(UUID recipientId) {
        return find("recipientId = ?1 and endedAt is null order by id", recipientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What a caller may see of what is asked for, one more than the limit, in the order of their ids. */
    Uni<List<Pairing>> page(Caller caller, PairingQuery wanted, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        List<String> conditions = new ArrayList<>(List.of("id > :after", seen(caller, parameters)));
        if (wanted.volunteerId != null) {
            conditions.add("volunteerId = :volunteer");
            parameters.put("volunteer", wanted.volunteerId);
        }
        if (wanted.recipientId != null) {
            conditions.add("recipientId = :recipient");
            parameters.put("recipient", wanted.recipientId);
        }
        if (wanted.active != null) {
            conditions.add(wanted.active ? "endedAt is null" : "endedAt is not null");
        }
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .range(0, limit)
                .list();
    }

    private static String seen(Caller caller, Map<String, Object> parameters) {
        DivisionScope scope = DivisionScope.within("division", caller.scopes(Responsible.readers()));
        parameters.putAll(scope.parameters());
        List<String> ways = new ArrayList<>(List.of(scope.condition()));
        List<UUID> stations = caller.stations(Responsible.readers());
        if (!stations.isEmpty()) {
            ways.add("stationId in :stations");
            parameters.put("stations", stations);
        }
        if (caller.volunteerId() != null) {
            ways.add("volunteerId = :myself");
            parameters.put("myself", caller.volunteerId());
        }
        if (caller.recipientId() != null) {
            ways.add("recipientId = :mine");
            parameters.put("mine", caller.recipientId());
        }
        return "(" + String.join(" or ", ways) + ")";
    }
}
