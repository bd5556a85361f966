package org.linli.registration.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.DivisionScope;

/** Finds role grants in the current Hibernate session. */
@ApplicationScoped
class RoleGrantRepository implements PanacheRepositoryBase<RoleGrant, UUID> {
    private static final String IN_FORCE =
            "revokedAt is null and validFrom <= :now and (validUntil is null or validUntil > :now)";

    /**
     * Which grants somebody looks for.
     *
     * @param scopes prefixes of the divisions the caller may see; null if all of the account may be seen
     * @param stations whose grants the caller may see, those for one station only
     * @param prefix significant digits of a division below which to look
     * @param accountId of one holder; null for any
     * @param inForceAt only those in force then; null for all
     */
    record Search(List<String> scopes, List<UUID> stations, String prefix, UUID accountId, Instant inForceAt) {
        Search {
            scopes = scopes == null ? null : List.copyOf(scopes);
            stations = List.copyOf(stations);
        }
    }

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<RoleGrant> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Which role a grant gives, for good; null if there is no such grant. Neither loads nor locks it. */
    Uni<Role> roleOf(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select role from RoleGrant where id = :id", Role.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /**
     * All operators' grants that are not revoked, locked in the order of their ids: whoever takes one away sees all
     * that others took. Must come before {@link #lock}: two who each lock one grant and then all wait for each other.
     */
    Uni<List<RoleGrant>> lockOperators() {
        return find("role = ?1 and revokedAt is null order by id", Role.PLATFORM_OPERATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Every grant of an account that is not revoked, locked in the order of their ids. */
    Uni<List<RoleGrant>> lockOf(UUID accountId) {
        return find("accountId = ?1 and revokedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether the holder has the role there already, without an end. */
    Uni<Boolean> isGiven(UUID accountId, Role role, GrantReach reach) {
        return find("accountId = ?1 and role = ?2 and revokedAt is null and validUntil is null", accountId, role)
                .list()
                .map(found -> found.stream().anyMatch(grant -> grant.reach().isSame(reach)));
    }

    /** Grants of an account in force at a moment, oldest first. */
    Uni<List<RoleGrant>> inForce(UUID accountId, Instant now) {
        return find("accountId = :account and " + IN_FORCE + " order by id", Map.of("account", accountId, "now", now))
                .list();
    }

    /** Grants that fit, one more than the limit, in the order of their ids. */
    Uni<List<RoleGrant>> search(Search search, UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("id > :after"));
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        if (search.scopes() != null) {
            DivisionScope scope = DivisionScope.within("reach.division", search.scopes());
            parameters.putAll(scope.parameters());
            if (search.stations().isEmpty()) {
                conditions.add(scope.condition());
            } else {
                conditions.add("(" + scope.condition() + " or reach.stationId in :stations)");
                parameters.put("stations", search.stations());
            }
        }
        DivisionScope below = DivisionScope.below("reach.division", search.prefix());
        conditions.add(below.condition());
        parameters.putAll(below.parameters());
        if (search.accountId() != null) {
            conditions.add("accountId = :account");
            parameters.put("account", search.accountId());
        }
        if (search.inForceAt() != null) {
            conditions.add(IN_FORCE);
            parameters.put("now", search.inForceAt());
        }
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .range(0, limit)
                .list();
    }

    /** The division of a station; null if there is none. Only the tables are shared with that feature. */
    Uni<DivisionCode> divisionOfStation(UUID stationId) {
        return division("select division from station where id = :id", stationId);
    }

    /** The division of a team; null if there is none. Only the tables are shared with that feature. */
    Uni<DivisionCode> divisionOfTeam(UUID teamId) {
        return division("select division from team where id = :id", teamId);
    }

    private static Uni<DivisionCode> division(String query, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, String.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(code -> code == null ? null : new DivisionCode(code));
    }
}
