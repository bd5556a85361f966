package org.linli.activity.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionLevel;

/** Reads the kept statistics: sums over the communities of each division, a range of the key each. */
@ApplicationScoped
class StatisticsTable {
    /** The divisions asked for, with their significant digits. */
    private static final String ASKED = """
            with asked as (
                select code, name, level, digits, left(code, digits) collate "C" as prefix
                from division_copy join (values ('PROVINCE', 2), ('CITY', 4), ('DISTRICT', 6), ('STREET', 9),
                    ('COMMUNITY', 12)) as known (level, digits) using (level)
                where case when $1 = '' then code = $2 else parent = $2 and code > $1 end
                order by code limit $3)
            """;

    private static final String SERVICE = ASKED + """
            select code, name, level, s.records, s.minutes, s.volunteers
            from asked cross join lateral (
                select coalesce(sum(records), 0)::bigint as records, coalesce(sum(minutes), 0)::bigint as minutes,
                    coalesce(sum(case digits when 12 then volunteers when 9 then volunteers_by_street
                        when 6 then volunteers_by_district when 4 then volunteers_by_city
                        else volunteers_by_province end), 0)::bigint as volunteers
                from service_rollup
                where period = $4 and division >= prefix and division < prefix || ':') as s
            order by code
            """;

    private static final String REQUESTS = ASKED + """
            select code, digits, r.measure, sum(r.times)::bigint as times, sum(r.amount)::bigint as amount
            from asked join request_rollup r
                on r.period = $4 and r.division >= prefix and r.division < prefix || ':'
            where r.measure not like 'served:%' or r.measure = 'served:' || digits
            group by code, digits, r.measure having sum(r.times) <> 0
            """;

    /** Which divisions: one, or the children of one behind a code. */
    record Asked(String division, String childrenAfter, int limit) {
        static Asked one(String division) {
            return new Asked(division, "", 1);
        }

        static Asked children(String parent, String after, int limit) {
            return new Asked(parent, after == null ? "0" : after, limit);
        }

        private Tuple in(String period) {
            return Tuple.of(childrenAfter, division, limit, period);
        }
    }

    /** Service of one division. */
    record Service(String code, String name, DivisionLevel level, long records, long minutes, long volunteers) {}

    /** One measure of orders. */
    record Measure(String name, long times, long amount) {}

    Uni<List<Service>> service(SqlClient client, Asked asked, String period) {
        return client.preparedQuery(SERVICE)
                .execute(asked.in(period))
                .map(rows -> rows.stream().map(StatisticsTable::service).toList());
    }

    /** Measures of orders by division; divisions without orders are not there. */
    Uni<Map<String, List<Measure>>> requests(SqlClient client, Asked asked, String period) {
        return client.preparedQuery(REQUESTS).execute(asked.in(period)).map(rows -> {
            Map<String, List<Measure>> measures = new HashMap<>();
            rows.forEach(row -> measures.computeIfAbsent(row.getString("code"), code -> new java.util.ArrayList<>())
                    .add(new Measure(row.getString("measure"), row.getLong("times"), row.getLong("amount"))));
            return measures;
        });
    }

    private static Service service(Row row) {
        return new Service(
                row.getString("code"),
                row.getString("name"),
                DivisionLevel.valueOf(row.getString("level")),
                row.getLong("records"),
                row.getLong("minutes"),
                row.getLong("volunteers"));
    }
}
