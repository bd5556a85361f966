package org.linli.registration.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements about browser sessions. Their times are the database's: one clock for all replicas. */
@ApplicationScoped
class BrowserSessions {
    private static final String LOCK = "select pg_advisory_xact_lock($1)";
    private static final String BEGIN = "insert into browser_session (id, account_id, started_at, until)"
            + " values ($1, $2, now(), now() + $3 * interval '1 second') returning id, started_at, until";
    private static final String IN_FORCE = "select id, started_at, until from browser_session"
            + " where account_id = $1 and ended_at is null and until > now() order by id";
    private static final String END_ONE = "update browser_session set ended_at = coalesce(ended_at, clock_timestamp())"
            + " where id = $1 and account_id = $2 returning id";
    private static final String END_ALL = "update browser_session set ended_at = clock_timestamp()"
            + " where account_id = $1 and ended_at is null and until > now() returning id";
    private static final String END_OLDEST = """
            update browser_session set ended_at = clock_timestamp()
            where id in (
                select id from browser_session where account_id = $1 and ended_at is null and until > now()
                order by id desc offset $2)
            """;
    private static final String TOO_OFTEN = """
            select count(*) >= $2 and bool_and(started_at > clock_timestamp() - $3 * interval '1 second') as often
            from browser_session where account_id = $1 and ended_at is null and until > now()
            """;
    private static final String ENDED_SINCE =
            "select id, until from browser_session where ended_at >= to_timestamp($1 / 1000.0) and until > now()";
    private static final String NOW = "select (extract(epoch from clock_timestamp()) * 1000)::bigint as now";
    private static final String FORGET = "delete from browser_session where until < now() - interval '1 day'";

    /** What ended.
     *
     * @param id of the session
     * @param until when it would have ended by itself
     */
    record Ended(UUID id, Instant until) {}

    /** Sessions of one account begin one after the other, until the transaction ends. */
    Uni<Void> lock(SqlClient connection, UUID account) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(account.getMostSignificantBits() ^ account.getLeastSignificantBits()))
                .replaceWithVoid();
    }

    Uni<BrowserSessionView> begin(SqlClient connection, UUID id, UUID account, Duration lifetime) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(id, account, (int) lifetime.toSeconds()))
                .map(rows -> view(rows.iterator().next()));
    }

    /** Whether there are {@code most} in force already, all of them begun within the last while. */
    Uni<Boolean> tooOften(SqlClient connection, UUID account, int most, Duration lately) {
        return connection
                .preparedQuery(TOO_OFTEN)
                .execute(Tuple.of(account, most, (int) lately.toSeconds()))
                .map(rows -> Boolean.TRUE.equals(rows.iterator().next().getBoolean("often")));
    }

    /** Ends the oldest ones beyond {@code most}. */
    Uni<Void> endOldest(SqlClient connection, UUID account, int most) {
        return connection
                .preparedQuery(END_OLDEST)
                .execute(Tuple.of(account, most))
                .replaceWithVoid();
    }

    /** Those of an account that count now, oldest first. */
    Uni<List<BrowserSessionView>> inForce(SqlClient connection, UUID account) {
        return connection.preparedQuery(IN_FORCE).execute(Tuple.of(account)).map(BrowserSessions::views);
    }

    /** Ends one of the account's own, which stays ended if it was; false if it has none of that id. */
    Uni<Boolean> end(SqlClient connection, UUID account, UUID id) {
        return connection.preparedQuery(END_ONE).execute(Tuple.of(id, account)).map(rows -> rows.rowCount() > 0);
    }

    /** Ends all of an account; answers how many there were. */
    Uni<Integer> endAll(SqlClient connection, UUID account) {
        return connection.preparedQuery(END_ALL).execute(Tuple.of(account)).map(RowSet::rowCount);
    }

    /** What the database's clock says, in milliseconds since 1970. */
    Uni<Long> now(SqlClient connection) {
        return connection
                .preparedQuery(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getLong("now"));
    }

    /** Those ended since a moment of the database's clock that would still count otherwise. */
    Uni<List<Ended>> endedSince(SqlClient connection, long sinceMilliseconds) {
        return connection
                .preparedQuery(ENDED_SINCE)
                .execute(Tuple.of(sinceMilliseconds))
                .map(rows -> {
                    List<Ended> ended = new ArrayList<>();
                    rows.forEach(row -> ended.add(new Ended(row.getUUID("id"), instant(row, "until"))));
                    return ended;
                });
    }

    /** Forgets what cannot count any more, whatever anybody does. */
    Uni<Void> forget(SqlClient connection) {
        return connection.query(FORGET).execute().replaceWithVoid();
    }

    private static List<BrowserSessionView> views(RowSet<Row> rows) {
        List<BrowserSessionView> views = new ArrayList<>();
        rows.forEach(row -> views.add(view(row)));
        return views;
    }

    private static BrowserSessionView view(Row row) {
        return new BrowserSessionView(row.getUUID("id"), instant(row, "started_at"), instant(row, "until"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }
}
