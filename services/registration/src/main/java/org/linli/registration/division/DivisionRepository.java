package org.linli.registration.division;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.access.DivisionScope;

/** Finds divisions in the current Hibernate session. */
@ApplicationScoped
class DivisionRepository implements PanacheRepositoryBase<Division, String> {
    private static final String PATH = """
            with recursive path as (
                select d.* from division d where d.code = :code
                union all
                select above.* from division above join path on above.code = path.parent
            )
            select * from path order by length(prefix)
            """;
    // a chain of successors is short; the bound only guards against a loop made by hand
    private static final String SUCCESSORS = """
            with recursive chain as (
                select d.*, 0 as step from division d where d.code = :code
                union all
                select next.*, chain.step + 1 from division next join chain on next.code = chain.successor
                where chain.step < 100
            )
            select code, name, level, parent, prefix, valid_from, valid_until, successor, sequence, version
            from chain order by step
            """;

    /**
     * What somebody searches for.
     *
     * @param name part of the name; null for any
     * @param level null for any
     * @param prefix significant digits of the division below which to search; null for everywhere
     */
    record Search(String name, DivisionLevel level, String prefix) {}

    /** Divisions directly below one, one more than the limit, by code. */
    Uni<List<Division>> children(String parent, String after, int limit) {
        return find("parent = ?1 and code > ?2 order by code", parent, after == null ? "" : after)
                .range(0, limit)
                .list();
    }

    /** The divisions with these codes, locked in the order of their codes: two callers never wait in a circle. */
    Uni<List<Division>> lock(Collection<String> codes) {
        return find("code in ?1 order by code", List.copyOf(codes))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** From the province down to the division itself. */
    Uni<List<Division>> path(String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PATH, Division.class)
                        .setParameter("code", code)
                        .getResultList());
    }

    /** The division, its successor, and so on to the one that has none. */
    Uni<List<Division>> successors(String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SUCCESSORS, Division.class)
                        .setParameter("code", code)
                        .getResultList());
    }

    /** Divisions that fit, one more than the limit, by code. */
    Uni<List<Division>> search(Search search, String after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("code > :after"));
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after == null ? "" : after));
        if (search.name() != null) {
            conditions.add("locate(:name, name) > 0");
            parameters.put("name", search.name());
        }
        if (search.level() != null) {
            conditions.add("level = :level");
            parameters.put("level", search.level());
        }
        if (search.prefix() != null) {
            DivisionScope scope = DivisionScope.below("code", search.prefix());
            conditions.add(scope.condition());
            parameters.putAll(scope.parameters());
        }
        return find(String.join(" and ", conditions) + " order by code", parameters)
                .range(0, limit)
                .list();
    }
}
