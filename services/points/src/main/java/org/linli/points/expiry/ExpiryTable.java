package org.linli.points.expiry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Which passbooks have points that ended or soon will. */
@ApplicationScoped
class ExpiryTable {
    private static final String HOLD =
            "select volunteer_id from passbook where volunteer_id = any($1) order by volunteer_id for update";
    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('linli.points.expiry', 0)) as alone";
    // a few of them first: on New Year's Day there may be those of a whole city
    private static final String ENDED = """
            with due as (
              select account_id from lot where remaining > 0 and expires_at is not null and expires_at <= $1
              order by expires_at limit $2
            )
            select a.owner, a.unit, min(l.expires_at at time zone 'Asia/Shanghai')::date as expires_on,
              sum(l.remaining)::bigint as amount
            from lot l join account a on a.id = l.account_id
            where l.account_id in (select account_id from due) and l.remaining > 0 and l.expires_at <= $1
            group by a.unit, a.owner order by a.unit, a.owner
            """;
    // a passbook is told once of everything that ends on a day; what it was told of is written down first
    private static final String WARN = """
            with ending as (
              select l.account_id, a.owner, a.unit, (l.expires_at at time zone 'Asia/Shanghai')::date as expires_on,
                sum(l.remaining) as amount
              from lot l join account a on a.id = l.account_id join points_scheme s on s.unit = a.unit
              where l.remaining > 0 and l.expires_at is not null and l.expires_at > $1
                and l.expires_at <= $2::timestamptz + s.warning_days * interval '1 day' and s.warning_days > 0
              group by l.account_id, a.owner, a.unit, 4
            ), fresh as (
              select e.*, dense_rank() over (order by e.account_id) as passbook from ending e
              where not exists (select from expiry_warning w
                where w.account_id = e.account_id and w.expires_on = e.expires_on)
            ), told as (
              insert into expiry_warning (account_id, expires_on, warned_at)
              select account_id, expires_on, $1 from fresh where passbook <= $3
              on conflict do nothing returning account_id, expires_on
            )
            select f.owner, f.unit, min(f.expires_on) as expires_on, sum(f.amount)::bigint as amount
            from fresh f join told t on t.account_id = f.account_id and t.expires_on = f.expires_on
            group by f.owner, f.unit order by f.owner
            """;
    private static final String FORGET = "delete from expiry_warning where expires_on < $1";
    private static final String COUNT = """
            with locked as (
              select volunteer_id from passbook where volunteer_id = any($1) order by volunteer_id for update
            )
            update passbook b set sequence = b.sequence + 1 from locked l where b.volunteer_id = l.volunteer_id
            returning b.volunteer_id, b.division, b.sequence
            """;

    /** Points of a passbook that have ended or will: hundredths in all, and the first day without the first of them. */
    record Ending(UUID volunteerId, String unit, LocalDate expiresOn, long amount) {}

    /** A passbook, locked, with the number of the event that is told of it now. */
    record Counted(UUID volunteerId, String division, long sequence) {}

    /** Whether no other replica does the same until the transaction ends. */
    Uni<Boolean> alone(SqlConnection connection) {
        return connection
                .preparedQuery(ALONE)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("alone"));
    }

    /** Passbooks of one unit whose points have ended. */
    Uni<List<Ending>> ended(SqlConnection connection, Instant now, int limit) {
        return connection
                .preparedQuery(ENDED)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(ExpiryTable::endings)
                .map(all -> all.stream()
                        .filter(one -> one.unit().equals(all.getFirst().unit()))
                        .toList());
    }

    /**
     * Passbooks to be warned; whoever asks again is not told of them again.
     *
     * @param from the moment from which the days of warning count: the end of today
     */
    Uni<List<Ending>> warn(SqlConnection connection, Instant now, Instant from, int limit) {
        return connection
                .preparedQuery(WARN)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), from.atOffset(ZoneOffset.UTC), limit))
                .map(ExpiryTable::endings);
    }

    /** Forgets who was told of ends before a day: what has ended is warned of no more. */
    Uni<Void> forgetWarnings(SqlClient client, LocalDate before) {
        return client.preparedQuery(FORGET).execute(Tuple.of(before)).replaceWithVoid();
    }

    /** Holds passbooks, in the order of their ids as everybody does. */
    Uni<Void> hold(SqlConnection connection, Collection<UUID> volunteers) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(volunteers.stream().distinct().toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Counts an event of each passbook. */
    Uni<List<Counted>> count(SqlConnection connection, Collection<UUID> volunteers) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(volunteers.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Counted(
                                row.getUUID("volunteer_id"), row.getString("division"), row.getLong("sequence")))
                        .toList());
    }

    private static List<Ending> endings(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Ending(
                        UUID.fromString(row.getString("owner")),
                        row.getString("unit"),
                        row.getLocalDate("expires_on"),
                        row.getLong("amount")))
                .toList();
    }
}
