package org.linli.registration.volunteer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.access.DivisionScope;
import org.linli.registration.SignInTurn;

/** Finds volunteers in the current Hibernate session. */
@ApplicationScoped
class VolunteerRepository implements PanacheRepositoryBase<Volunteer, UUID> {

    /**
     * Which volunteers somebody looks for; null leaves a condition out.
     *
     * @param scopes prefixes of the divisions the caller may see
     * @param prefix significant digits of a division below which to look
     * @param nameIndex fingerprint of a name
     * @param phoneIndex fingerprint of a phone number
     * @param number number of a volunteer
     */
    record Search(
            List<String> scopes,
            String prefix,
            VolunteerStatus status,
            byte[] nameIndex,
            byte[] phoneIndex,
            String number) {
        Search {
            scopes = List.copyOf(scopes);
        }
    }

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<Volunteer> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The volunteer of an account, locked; null if it has none. */
    Uni<Volunteer> lockOfAccount(UUID accountId) {
        return find("accountId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Whether anybody but the volunteer of this account is registered with a document. */
    Uni<Boolean> isTaken(byte[] documentIndex, UUID accountId) {
        return count(
                        "person.documentIndex = ?1 and status <> ?2 and (accountId <> ?3 or accountId is null)",
                        documentIndex,
                        VolunteerStatus.REJECTED,
                        accountId)
                .map(found -> found > 0);
    }

    /**
     * Registrations of one account or with one document wait for each other until the transaction ends, and for an
     * import that is just writing. Always in this order: two callers never wait in a circle.
     */
    Uni<Void> serialize(UUID accountId, byte[] documentIndex) {
        return besideNoImport()
                .chain(() -> serialize(accountId))
                .chain(() -> SignInTurn.of(ByteBuffer.wrap(documentIndex).getLong()));
    }

    /** Volunteers that fit, one more than the limit, in the order of their ids. */
    Uni<List<Volunteer>> search(Search search, UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("id > :after", "status <> :erased"));
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after, "erased", VolunteerStatus.ERASED));
        DivisionScope scope = DivisionScope.within("division", search.scopes());
        conditions.add(scope.condition());
        parameters.putAll(scope.parameters());
        DivisionScope below = DivisionScope.below("division", search.prefix());
        conditions.add(below.condition());
        parameters.putAll(below.parameters());
        add(conditions, parameters, "status", "status", search.status());
        add(conditions, parameters, "person.nameIndex", "name", search.nameIndex());
        add(conditions, parameters, "person.phoneIndex", "phone", search.phoneIndex());
        add(conditions, parameters, "number", "number", search.number());
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .range(0, limit)
                .list();
    }

    /** Those of some volunteers behind an id, one more than the limit, in the order of their ids. */
    Uni<List<Volunteer>> page(Set<UUID> ids, UUID after, int limit) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 and id > ?2 order by id", ids, after)
                        .range(0, limit)
                        .list();
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            parameters.put(name, value);
        }
    }

    /** Whatever links this account to a volunteer waits for each other until the transaction ends. */
    Uni<Void> serialize(UUID accountId) {
        return SignInTurn.of(accountId);
    }

    private static Uni<Void> besideNoImport() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock_shared(" + VolunteerBulkWriter.LOCK_KEY
                                        + ") as text)",
                                String.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The sign-in of a volunteer; null if there is none. Neither loads nor locks the row. */
    Uni<UUID> accountOf(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select accountId from Volunteer where id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }
}
