package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.linli.registration.statistics.Recount.Difference;

/**
 * Counts everything again from the volunteers and the service records, and compares. One statement sees one moment, and
 * every change keeps its figures in its own transaction: so the comparison is exact while the city goes on working.
 */
@ApplicationScoped
class Recounting {
    private static final int SHOWN = 100;
    // whoever changes hours changes this table in the same statement, so that one lock keeps both still
    private static final String LOCK = "lock table volunteer_statistics in share row exclusive mode";
    private static final String COMPARE = """
            with figures as (
                select 'volunteer_statistics' as "table", division, period, f.figure, f.kept, f.counted
                from volunteer_statistics kept full join volunteer_statistics_truth truth using (period, division)
                    cross join lateral (values
                        ('registered', coalesce(kept.registered, 0), coalesce(truth.registered, 0)),
                        ('active', coalesce(kept.active, 0), coalesce(truth.active, 0)),
                        ('withHours', coalesce(kept.with_hours, 0), coalesce(truth.with_hours, 0)),
                        ('minutes', coalesce(kept.minutes, 0), coalesce(truth.minutes, 0))) as f (figure, kept, counted)
                union all
                select 'volunteer_service', null, period, 'minutes',
                    coalesce(kept.minutes, 0), coalesce(truth.minutes, 0)
                from volunteer_service kept full join volunteer_service_truth truth using (volunteer_id, period)),
            different as materialized (select * from figures where kept <> counted)
            select (select count(*) from volunteer_statistics) + (select count(*) from volunteer_service) as compared,
                (select count(*) from different) as differences,
                (select coalesce(sum(minutes), 0)::bigint from volunteer_statistics where period = 'all') as minutes,
                d.*
            from (values (1)) as always
                left join (select * from different order by "table" desc, period, division, figure limit %d) d on true
            """.formatted(SHOWN);
    private static final List<String> REPAIR = List.of(
            """
            delete from volunteer_service kept where not exists (
                select from volunteer_service_truth truth
                where truth.volunteer_id = kept.volunteer_id and truth.period = kept.period
                    and truth.minutes = kept.minutes)
            """,
            "insert into volunteer_service select * from volunteer_service_truth on conflict do nothing",
            """
            delete from volunteer_statistics kept where not exists (
                select from volunteer_statistics_truth truth
                where truth.period = kept.period and truth.division = kept.division
                    and truth.registered = kept.registered and truth.active = kept.active
                    and truth.with_hours = kept.with_hours and truth.minutes = kept.minutes)
            """,
            """
            insert into volunteer_statistics (period, division, registered, active, with_hours, minutes)
            select period, division, registered, active, with_hours, minutes from volunteer_statistics_truth
            on conflict do nothing
            """);

    /**
     * Counts again, in the transaction of the connection.
     *
     * @param repair whether to mend what is wrong; changes wait meanwhile
     */
    Uni<Recount> recount(SqlConnection connection, boolean repair) {
        return repair
                ? connection
                        .query(LOCK)
                        .execute()
                        .chain(() -> compare(connection))
                        .call(found -> mend(connection, found))
                        .map(found -> new Recount(
                                true,
                                found.rowsCompared(),
                                found.differenceCount(),
                                found.differenceCount() > 0,
                                found.minutes(),
                                found.differences()))
                : compare(connection);
    }

    private static Uni<Recount> compare(SqlConnection connection) {
        return connection.query(COMPARE).execute().map(Recounting::read);
    }

    private static Uni<Void> mend(SqlConnection connection, Recount found) {
        Uni<Void> mended = Uni.createFrom().voidItem();
        for (String statement : found.sound() ? List.<String>of() : REPAIR) {
            mended = mended.chain(() -> connection.query(statement).execute().replaceWithVoid());
        }
        return mended;
    }

    private static Recount read(RowSet<Row> rows) {
        List<Difference> differences = new ArrayList<>();
        Row first = rows.iterator().next();
        for (Row row : rows) {
            if (row.getString("table") != null) {
                differences.add(new Difference(
                        row.getString("table"),
                        row.getString("division"),
                        row.getString("period"),
                        row.getString("figure"),
                        row.getLong("kept"),
                        row.getLong("counted")));
            }
        }
        long count = first.getLong("differences");
        return new Recount(count == 0, first.getLong("compared"), count, false, first.getLong("minutes"), differences);
    }
}
