package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.notification.message.MessageRule;
import org.linli.notification.message.MessageTable;

/** Reads an inbox and marks its messages. Every account sees its own inbox only. */
@ApplicationScoped
class InboxUseCase {
    private static final String LIST = """
            select * from inbox where account_id = $1 and sequence < $2
                and ($3::boolean is null or (read_at is null) = $3)
                and (archived_at is not null) = $4
            order by sequence desc limit $5
            """;
    private static final String AFTER =
            "select * from inbox where account_id = $1 and sequence > $2 order by sequence limit $3";
    private static final String SUMMARY = "select sequence, unread from inbox_head where account_id = $1";
    private static final String LOCK_HEAD = "select account_id from inbox_head where account_id = $1 for update";
    private static final String READ = """
            with marked as (
                update inbox set read_at = $3 where account_id = $1 and sequence = any ($2) and read_at is null
                returning 1
            )
            update inbox_head set unread = unread - (select count(*)::int from marked), changes = changes + 1
            where account_id = $1 and exists (select from marked)
            returning account_id, sequence, unread, changes
            """;
    private static final String READ_UP_TO = READ.replace("sequence = any ($2)", "sequence <= $2");
    private static final String ARCHIVE = "update inbox set archived_at = coalesce(archived_at, $3)"
            + " where account_id = $1 and sequence = $2 returning *";
    private static final String ONE = "select * from inbox where account_id = $1 and sequence = $2";

    private final Pool pool;
    private final MessageTable table;
    private final LinliClock clock;
    private final InboxRows rows;

    @Inject
    InboxUseCase(Pool pool, MessageTable table, LinliClock clock, InboxRows rows) {
        this.pool = pool;
        this.table = table;
        this.clock = clock;
        this.rows = rows;
    }

    /** How an inbox stands: the newest number and how many messages are unread. */
    record Summary(long newest, int unread) {}

    Uni<Page<Message>> list(UUID account, Boolean unread, boolean archived, Paging paging, Locale language) {
        long before = numberOf(paging.afterKey());
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(account, before, unread, archived, paging.limit() + 1))
                .map(found -> Page.of(
                        found.stream().toList(),
                        paging.limit(),
                        row -> row.getLong("sequence").toString(),
                        row -> message(row, language)));
    }

    /** Messages behind a number, oldest first: what a stream sends next. */
    Uni<List<Message>> after(UUID account, long sequence, int limit, Locale language) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(account, sequence, limit))
                .map(found -> found.stream().map(row -> message(row, language)).toList());
    }

    Uni<Summary> summary(UUID account) {
        return pool.preparedQuery(SUMMARY).execute(Tuple.of(account)).map(found -> {
            Row row = found.size() == 0 ? null : found.iterator().next();
            return row == null ? new Summary(0, 0) : new Summary(row.getLong("sequence"), row.getInteger("unread"));
        });
    }

    /** Marks one message as read; again is no error. */
    Uni<Outcome<Message>> read(SqlConnection connection, UUID account, long sequence, Locale language) {
        Tuple what = Tuple.of(account, new Long[] {sequence}, clock.now().atOffset(ZoneOffset.UTC));
        return lock(connection, account)
                .chain(() -> connection.preparedQuery(READ).execute(what))
                .chain(heads -> rows.announce(connection, heads, Map.of()))
                .chain(() -> connection.preparedQuery(ONE).execute(Tuple.of(account, sequence)))
                .map(found -> found.size() == 0
                        ? Outcome.refused(KitRefusal.NOT_FOUND)
                        : Outcome.done(message(found.iterator().next(), language)));
    }

    /** Marks everything up to a number as read. */
    Uni<Outcome<Summary>> readUpTo(SqlConnection connection, UUID account, long sequence) {
        Tuple what = Tuple.of(account, sequence, clock.now().atOffset(ZoneOffset.UTC));
        return lock(connection, account)
                .chain(() -> connection.preparedQuery(READ_UP_TO).execute(what))
                .chain(heads -> rows.announce(connection, heads, Map.of()))
                .chain(() -> connection.preparedQuery(SUMMARY).execute(Tuple.of(account)))
                .map(found -> found.size() == 0
                        ? Outcome.done(new Summary(0, 0))
                        : Outcome.done(new Summary(
                                found.iterator().next().getLong("sequence"),
                                found.iterator().next().getInteger("unread"))));
    }

    /** Puts one message away; it counts as read from then on. */
    Uni<Outcome<Message>> archive(SqlConnection connection, UUID account, long sequence, Locale language) {
        Tuple what = Tuple.of(account, sequence, clock.now().atOffset(ZoneOffset.UTC));
        return read(connection, account, sequence, language).chain(outcome -> switch (outcome) {
            case Outcome.Refused<Message> refused -> Uni.createFrom().item(refused);
            case Outcome.Done<Message> done ->
                connection
                        .preparedQuery(ARCHIVE)
                        .execute(what)
                        .map(found -> Outcome.done(message(found.iterator().next(), language)));
        });
    }

    /** The head first, always: rows and head are locked in the same order as by a delivery. */
    private static Uni<Void> lock(SqlConnection connection, UUID account) {
        return connection.preparedQuery(LOCK_HEAD).execute(Tuple.of(account)).replaceWithVoid();
    }

    private static long numberOf(String cursor) {
        return cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
    }

    private Message message(Row row, Locale language) {
        MessageRule.Words words =
                table.words(row.getString("kind"), row.getJsonObject("details").getMap(), language);
        return new Message(
                row.getLong("sequence"),
                row.getString("kind"),
                words.title(),
                words.text(),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getOffsetDateTime("arrived_at").toInstant(),
                row.getOffsetDateTime("read_at") != null,
                row.getOffsetDateTime("archived_at") != null,
                row.getBoolean("silent"));
    }
}
