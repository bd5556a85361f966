package org.linli.points.scheme;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the schemes; only the use case of this package changes them. */
@ApplicationScoped
public class Schemes {
    private static final String COLUMNS = "select id, unit, expiry, years, warning_days, redeemable, transferable,"
            + " donatable, minimum_left, per_day, per_month, version from points_scheme";
    private static final String ALL = COLUMNS + " order by unit";
    private static final String ONE = COLUMNS + " where unit = $1";
    private static final String LOCK = ONE + " for update";

    /** All of them by unit: a few rows. */
    public Uni<Map<String, Scheme>> all(SqlClient client) {
        return client.preparedQuery(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Schemes::scheme)
                        .collect(Collectors.toMap(Scheme::unit, Function.identity())));
    }

    /** The scheme of a unit; empty if there is none. */
    public Uni<Optional<Scheme>> find(SqlClient client, String unit) {
        return one(client, ONE, unit);
    }

    Uni<Optional<Scheme>> lock(SqlClient client, String unit) {
        return one(client, LOCK, unit);
    }

    private static Uni<Optional<Scheme>> one(SqlClient client, String sql, String unit) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(unit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Schemes::scheme)
                        .findFirst());
    }

    private static Scheme scheme(Row row) {
        return new Scheme(
                row.getUUID("id"),
                row.getString("unit"),
                Expiry.valueOf(row.getString("expiry")),
                row.getInteger("years"),
                row.getInteger("warning_days"),
                row.getBoolean("redeemable"),
                row.getBoolean("transferable"),
                row.getBoolean("donatable"),
                row.getLong("minimum_left"),
                row.getLong("per_day"),
                row.getLong("per_month"),
                row.getLong("version"));
    }
}
