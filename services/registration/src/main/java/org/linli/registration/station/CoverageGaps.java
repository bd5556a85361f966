package org.linli.registration.station;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.access.DivisionScope;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** Answers "are all communities covered?" (seed system S01) by naming those that no station serves. */
@ApplicationScoped
class CoverageGaps {
    // a division is served if a station's coverage holds it or anything above it
    private static final String UNSERVED = """
            select d.code, d.name
            from division d
            where d.level = $1 and d.code > $2 and d.code >= $3 and d.code < $6
                and (d.valid_from is null or d.valid_from <= $4) and (d.valid_until is null or d.valid_until >= $4)
                and not exists (
                    select from station s
                    where s.coverage_prefixes && array[left(d.code, 2), left(d.code, 4), left(d.code, 6),
                        left(d.code, 9), left(d.code, 12), d.code])
            order by d.code
            limit $5
            """;

    private final Pool pool;
    private final LinliClock clock;

    @Inject
    CoverageGaps(Pool pool, LinliClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** A division that no station serves. */
    record Unserved(String code, String name) {}

    /** Divisions of a level, in or below those that begin with {@code prefix}, that count today and have no station. */
    Uni<Page<Unserved>> find(String prefix, DivisionLevel level, Paging paging) {
        String after = paging.afterKey() == null ? "" : paging.afterKey();
        return pool.preparedQuery(UNSERVED)
                .execute(Tuple.of(
                        level.name(), after, prefix, clock.today(), paging.limit() + 1, DivisionScope.endOf(prefix)))
                .map(CoverageGaps::rows)
                .map(found -> Page.of(found, paging.limit(), Unserved::code, division -> division));
    }

    private static List<Unserved> rows(RowSet<Row> rows) {
        List<Unserved> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(new Unserved(row.getString("code"), row.getString("name"))));
        return found;
    }
}
