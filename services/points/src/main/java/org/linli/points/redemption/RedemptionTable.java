package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;

/** The table of redemptions. */
@ApplicationScoped
class RedemptionTable {
    private static final String COLUMNS = "r.id, r.offer_id, r.merchant_id, r.volunteer_id, r.division, r.unit,"
            + " r.amount, r.period, r.status, r.hold_id, r.held_at, r.valid_until, r.ended_at, r.sequence";
    // nothing happens if another open redemption of the shop has the same digits
    static final String INSERT = """
            insert into redemption (id, offer_id, merchant_id, volunteer_id, division, unit, amount, period, status,
              hold_id, code_hash, secret_hash, code_sealed, held_at, valid_until, sequence)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 'HELD', $9, $10, $11, $12, $13, $14, 1)
            on conflict (code_hash) where status = 'HELD' do nothing
            """;
    static final String END =
            "update redemption set status = $2, ended_at = $3, ended_by = $4, sequence = $5 where id = $1";
    private static final String TAKEN = "select count(*) as taken from redemption where offer_id = $1"
            + " and volunteer_id = $2 and status in ('HELD', 'FULFILLED') and ($3::text is null or period = $3)";
    private static final String LOCK = "select " + COLUMNS + " from redemption r where r.id = $1 for update";
    // of several with the same digits the open one, else the last
    private static final String BY_DIGITS = "select r.id from redemption r where r.code_hash = $1"
            + " order by r.status = 'HELD' desc, r.held_at desc limit 1";
    private static final String BY_SECRET =
            "select r.id from redemption r where r.secret_hash = $1 and r.merchant_id = $2";
    private static final String DUE = "select " + COLUMNS + " from redemption r where r.status = 'HELD'"
            + " and r.valid_until <= $1 and r.id <> all($2) order by r.valid_until limit 1 for update skip locked";
    private static final String SEEN =
            "select " + COLUMNS + ", r.code_sealed, o.title from redemption r" + " join offer o on o.id = r.offer_id";
    private static final String FIND = SEEN + " where r.id = $1";
    private static final String HANDED_OVER = SEEN + " where r.merchant_id = $1 and r.status = 'FULFILLED'"
            + " and r.ended_at >= $2 and r.ended_at < $3 and r.id > $4 order by r.id limit $5";
    private static final String PAGE = SEEN + " where r.volunteer_id = $1 and r.id > $2 order by r.id limit $3";

    /** A redemption with the title of what is had, and its code as it is stored. */
    record Seen(Redemption redemption, String title, byte[] sealed) {}

    /** Writes a new one; false if its digits are taken. */
    Uni<Boolean> insert(SqlConnection connection, Redemption redemption, Codes.Stored code) {
        Tuple row = Tuple.tuple()
                .addUUID(redemption.id())
                .addUUID(redemption.offerId())
                .addUUID(redemption.merchantId())
                .addUUID(redemption.volunteerId())
                .addString(redemption.division())
                .addString(redemption.unit())
                .addLong(redemption.amount())
                .addString(redemption.period())
                .addUUID(redemption.holdId())
                .addValue(Buffer.buffer(code.digitsHash()))
                .addValue(Buffer.buffer(code.secretHash()))
                .addValue(Buffer.buffer(code.sealed()))
                .addOffsetDateTime(utc(redemption.heldAt()))
                .addOffsetDateTime(utc(redemption.validUntil()));
        return connection.preparedQuery(INSERT).execute(row).map(rows -> rows.rowCount() == 1);
    }

    /** Writes the end of one. */
    Uni<Void> end(SqlConnection connection, Redemption ended, UUID by) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(ended.id(), ended.status().name(), utc(ended.endedAt()), by, ended.sequence()))
                .replaceWithVoid();
    }

    /** How many of an offer a volunteer has taken, within a month or in all (null). */
    Uni<Long> taken(SqlConnection connection, UUID offerId, UUID volunteerId, String period) {
        return connection
                .preparedQuery(TAKEN)
                .execute(Tuple.of(offerId, volunteerId, period))
                .map(rows -> rows.iterator().next().getLong("taken"));
    }

    /** The row of a redemption, locked until the transaction ends. */
    Uni<Optional<Redemption>> lock(SqlConnection connection, UUID id) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(id)).map(RedemptionTable::first);
    }

    /** Which redemption has these digits; not locked. */
    Uni<Optional<UUID>> byDigits(SqlClient client, byte[] hash) {
        return client.preparedQuery(BY_DIGITS)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(RedemptionTable::id);
    }

    /** Which redemption of a shop has this secret; not locked. */
    Uni<Optional<UUID>> bySecret(SqlClient client, byte[] hash, UUID merchantId) {
        return client.preparedQuery(BY_SECRET)
                .execute(Tuple.of(Buffer.buffer(hash), merchantId))
                .map(RedemptionTable::id);
    }

    /** One that nobody fetched in time, locked; those that another replica is busy with are left to it. */
    Uni<Optional<Redemption>> due(SqlConnection connection, Instant now, Collection<UUID> except) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(utc(now), except.toArray(UUID[]::new)))
                .map(RedemptionTable::first);
    }

    Uni<Optional<Seen>> find(SqlClient client, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RedemptionTable::seen)
                        .findFirst());
    }

    /** Redemptions of a volunteer in the order of their ids, one more than the limit. */
    Uni<List<Seen>> page(SqlClient client, UUID volunteerId, UUID after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(volunteerId, after, limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RedemptionTable::seen)
                        .toList());
    }

    /** What a shop handed over within a time, in the order of ids, one more than the limit. */
    Uni<List<Seen>> handedOver(SqlClient client, UUID merchantId, Instant from, Instant until, UUID after, int limit) {
        return client.preparedQuery(HANDED_OVER)
                .execute(Tuple.of(merchantId, utc(from), utc(until), after, limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RedemptionTable::seen)
                        .toList());
    }

    private static Optional<Redemption> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RedemptionTable::redemption)
                .findFirst();
    }

    private static Optional<UUID> id(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .findFirst();
    }

    private static Seen seen(Row row) {
        return new Seen(
                redemption(row),
                row.getString("title"),
                row.getBuffer("code_sealed").getBytes());
    }

    private static Redemption redemption(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new Redemption(
                row.getUUID("id"),
                row.getUUID("offer_id"),
                row.getUUID("merchant_id"),
                row.getUUID("volunteer_id"),
                row.getString("division"),
                row.getString("unit"),
                row.getLong("amount"),
                row.getString("period"),
                RedemptionStatus.valueOf(row.getString("status")),
                row.getUUID("hold_id"),
                row.getOffsetDateTime("held_at").toInstant(),
                row.getOffsetDateTime("valid_until").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong("sequence"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
