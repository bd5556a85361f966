package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;

/** Records and shows the population of divisions. */
@ApplicationScoped
class PopulationUseCase {
    private static final String RECORDING = "division-population";
    private static final String GET = "select residents, urban from division_population where division = $1";
    private static final String PUT = """
            insert into division_population (division, residents, urban)
            select code, $2::bigint, $3::boolean from division where code = $1
            on conflict (division) do update set residents = excluded.residents, urban = excluded.urban
            returning residents, urban
            """;

    private final Pool pool;
    private final Audit audit;

    @Inject
    PopulationUseCase(Pool pool, Audit audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /** What was recorded. */
    Uni<Outcome<Population>> get(String code) {
        return pool.preparedQuery(GET).execute(Tuple.of(code)).map(PopulationUseCase::first);
    }

    /** Records it, instead of what was there; the operator anywhere, an administrator in their own division. */
    Uni<Outcome<Population>> put(Caller caller, DivisionCode division, Population population) {
        if (!caller.holds(division, Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR)) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        return pool.withTransaction(connection -> connection
                .preparedQuery(PUT)
                .execute(Tuple.of(division.value(), population.residents(), population.urban()))
                .call(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : audit.record(connection, caller, RECORDING, division, division, null))
                .map(PopulationUseCase::first));
    }

    private static Outcome<Population> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        Row row = rows.iterator().next();
        return Outcome.done(new Population(row.getLong("residents"), row.getBoolean("urban")));
    }
}
