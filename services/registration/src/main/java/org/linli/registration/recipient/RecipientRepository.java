package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.kit.access.DivisionScope;

/** Recipients in the database. */
@ApplicationScoped
class RecipientRepository implements PanacheRepositoryBase<Recipient, UUID> {
    private static final String STILL_SOMEBODYS = """
            select exists (select from volunteer where account_id = :account)
                or exists (select from role_grant where account_id = :account and revoked_at is null
                    and (valid_until is null or valid_until > :now))
                or exists (select from recipient where account_id = :account and id <> :recipient
                    and (status = 'ACTIVE' or :endedToo))
            """;

    /**
     * Which recipients are wanted.
     *
     * @param prefixes divisions in whose whole the caller may see recipients
     * @param stations stations whose recipients the caller may see
     * @param below only in or below the division with these digits; empty for everywhere
     */
    record Search(List<String> prefixes, List<UUID> stations, String below, Set<RecipientStatus> statuses) {
        Search {
            prefixes = List.copyOf(prefixes);
            stations = List.copyOf(stations);
            statuses = Set.copyOf(statuses);
        }
    }

    /** A recipient; null if there is none, or nobody is to know of it any more. */
    Uni<Recipient> find(UUID id) {
        return findById(id).map(RecipientRepository::unlessErased);
    }

    /** The same, its row locked until the transaction ends. */
    Uni<Recipient> lock(UUID id) {
        return lockEven(id).map(RecipientRepository::unlessErased);
    }

    /** The same, even if it was erased. */
    Uni<Recipient> lockEven(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Recipient unlessErased(Recipient found) {
        return found == null || found.status() == RecipientStatus.ERASED ? null : found;
    }

    /** Whether a sign-in belongs to a recipient whose file is in force. */
    Uni<Boolean> isLinked(UUID account) {
        return count("accountId = ?1 and status = ?2", account, RecipientStatus.ACTIVE)
                .map(found -> found > 0);
    }

    /**
     * Whether a sign-in that a recipient gives up is somebody's still: a volunteer's, an officer's, now or later on, or
     * that of another file of the recipient. Only the tables are shared with those features.
     *
     * @param endedToo whether other files count that have ended
     */
    Uni<Boolean> isStillSomebodys(UUID account, UUID recipient, boolean endedToo, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(STILL_SOMEBODYS, Boolean.class)
                        .setParameter("account", account)
                        .setParameter("recipient", recipient)
                        .setParameter("endedToo", endedToo)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    /** Recipients in the order of their ids, one more than the limit. */
    Uni<List<Recipient>> page(Search search, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> seen = new ArrayList<>();
        DivisionScope scope = DivisionScope.within("division", search.prefixes());
        seen.add(scope.condition());
        parameters.putAll(scope.parameters());
        if (!search.stations().isEmpty()) {
            seen.add("stationId in :stations");
            parameters.put("stations", search.stations());
        }
        DivisionScope below = DivisionScope.below("division", search.below());
        parameters.putAll(below.parameters());
        parameters.put("statuses", search.statuses());
        parameters.put("after", after);
        return find(
                        "(" + String.join(" or ", seen) + ") and " + below.condition()
                                + " and status in :statuses and id > :after order by id",
                        parameters)
                .range(0, limit)
                .list();
    }
}
