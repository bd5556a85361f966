package org.linli.activity.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.activity.statistics.Recount.Difference;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;

/** Counts everything anew, compares, and mends the kept figures if asked to. For the operator; takes its time. */
@ApplicationScoped
class RecountUseCase {
    /** Both sides in one statement: one snapshot, so that what changes meanwhile is in both or in none. */
    private static final String DIFFERENCES = """
            select about, division, period, figure, kept::bigint as kept, counted::bigint as counted,
                count(*) over () as total
            from statistics_difference order by about, period, division, figure limit 100
            """;

    private static final String LINES = """
            select (select count(*) from service_rollup) + (select count(*) from request_rollup)
                + (select count(*) from served_volunteer) + (select count(*) from served_recipient) as lines,
                (select coalesce(sum(minutes), 0)::bigint from service_rollup where period = 'all') as minutes
            """;

    private final Audit audit;

    @Inject
    RecountUseCase(Audit audit) {
        this.audit = audit;
    }

    /** Compares inside the transaction of {@code connection}, and repairs there. */
    Uni<Outcome<Recount>> recount(SqlConnection connection, Caller caller, boolean repair) {
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return connection
                .query(DIFFERENCES)
                .execute()
                .chain(found -> connection
                        .query(LINES)
                        .execute()
                        .map(lines -> of(found, lines.iterator().next(), repair)))
                .call(recount -> recount.repaired()
                        ? repair(connection, caller, recount)
                        : Uni.createFrom().voidItem())
                .map(Outcome::done);
    }

    private Uni<Void> repair(SqlConnection connection, Caller caller, Recount recount) {
        return connection
                .query("select statistics_rewritten()")
                .execute()
                .chain(() -> audit.record(
                        connection,
                        caller,
                        "statistics.repaired",
                        "service",
                        null,
                        recount.differenceCount() + " figures differed"));
    }

    private static Recount of(RowSet<Row> found, Row kept, boolean repair) {
        List<Difference> differences = found.stream()
                .map(row -> new Difference(
                        row.getString("about"),
                        row.getString("division"),
                        row.getString("period"),
                        row.getString("figure"),
                        row.getLong("kept"),
                        row.getLong("counted")))
                .toList();
        long total = found.size() == 0 ? 0 : found.iterator().next().getLong("total");
        return new Recount(
                total == 0 || repair,
                kept.getLong("lines"),
                total,
                repair && total > 0,
                kept.getLong("minutes"),
                differences);
    }
}
