package org.linli.kit.dead;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.linli.kit.event.Cause;

/** The table {@code dead_letter}, as operators use it. */
@ApplicationScoped
class DeadLetterRows {
    private static final String COLUMNS = """
            select id, state, channel, topic, partition, record_offset, key, type, octet_length(data) as size, kind,
                cause, cause_group, attempts, first_failed_at, last_failed_at, settled_at, settled_by, reason
            from dead_letter
            """;
    private static final String PAGE = COLUMNS + """
            where state = $1 and ($2::text is null or channel = $2) and ($3::text is null or type = $3)
                and ($4::text is null or cause_group = $4) and id > $5
            order by id limit $6
            """;
    private static final String ONE = COLUMNS + "where id = $1";
    private static final String GROUPS = """
            select cause_group, min(channel) as channel, min(topic) as topic, min(type) as type, min(kind) as kind,
                min(cause) as cause, count(*) as letters, count(distinct key) as subjects,
                min(first_failed_at) as first_failed_at, max(last_failed_at) as last_failed_at
            from dead_letter where state = $1 and cause_group > $2
            group by cause_group order by cause_group limit $3
            """;
    // in the order of their ids, so that of two operators the second waits and neither waits for ever
    private static final String LOCK_SOME = COLUMNS + "where id = any ($1) order by id for update";
    private static final String LOCK_GROUP =
            COLUMNS + "where state = 'WAITING' and cause_group = $1 and id > $2 order by id limit $3 for update";
    private static final String CONTENT = """
            select headers, data,
                (select min(e.id) from dead_letter e where e.state = 'WAITING' and e.channel = d.channel
                    and e.topic = d.topic and e.key = d.key and e.id < d.id) as behind
            from dead_letter d where id = $1
            """;
    private static final String REDRIVEN = "update dead_letter set state = 'REDRIVEN', attempts = attempts + 1,"
            + " settled_at = $2, settled_by = $3 where id = $1 and state = 'WAITING'";
    private static final String FAILED = "update dead_letter set attempts = attempts + 1, last_failed_at = $2,"
            + " kind = $3, cause = $4, cause_group = $5 where id = $1 and state = 'WAITING'";
    private static final String DISCARDED = "update dead_letter set state = 'DISCARDED', settled_at = $2,"
            + " settled_by = $3, reason = $4 where id = $1 and state = 'WAITING'";

    /**
     * What a letter says.
     *
     * @param behind the first letter with the same key that waits too; null if this one is the first
     */
    record Content(byte[] headers, byte[] data, Long behind) {}

    Uni<List<DeadLetter>> page(SqlClient client, LetterFilter filter, long after, int limit) {
        Tuple values = Tuple.tuple()
                .addString(filter.state().name())
                .addString(filter.channel())
                .addString(filter.type())
                .addString(filter.group())
                .addLong(after)
                .addInteger(limit);
        return client.preparedQuery(PAGE).execute(values).map(rows -> list(rows, DeadLetterRows::letter));
    }

    /** The letter; null if there is none. */
    Uni<DeadLetter> find(SqlClient client, long id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : letter(rows.iterator().next()));
    }

    Uni<List<LetterGroup>> groups(SqlClient client, DeadLetter.State state, String after, int limit) {
        return client.preparedQuery(GROUPS)
                .execute(Tuple.of(state.name(), after, limit))
                .map(rows -> list(rows, DeadLetterRows::group));
    }

    /** These letters, whatever became of them, locked against whoever wants them at the same time. */
    Uni<List<DeadLetter>> lock(SqlConnection connection, List<Long> ids) {
        return connection
                .preparedQuery(LOCK_SOME)
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(rows -> list(rows, DeadLetterRows::letter));
    }

    /** The next letters of a group that wait, locked. */
    Uni<List<DeadLetter>> lock(SqlConnection connection, String group, long after, int limit) {
        return connection
                .preparedQuery(LOCK_GROUP)
                .execute(Tuple.of(group, after, limit))
                .map(rows -> list(rows, DeadLetterRows::letter));
    }

    Uni<Content> content(SqlClient client, DeadLetter letter) {
        return client.preparedQuery(CONTENT)
                .execute(Tuple.of(letter.id()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Content(
                        row.getBuffer("headers").getBytes(),
                        row.getBuffer("data").getBytes(),
                        row.getLong("behind")));
    }

    Uni<Void> redriven(SqlConnection connection, DeadLetter letter, UUID who, Instant when) {
        return connection
                .preparedQuery(REDRIVEN)
                .execute(Tuple.of(letter.id(), when.atOffset(ZoneOffset.UTC), who))
                .replaceWithVoid();
    }

    Uni<Void> failed(SqlConnection connection, DeadLetter letter, Cause cause, String group, Instant when) {
        return connection
                .preparedQuery(FAILED)
                .execute(Tuple.of(
                        letter.id(), when.atOffset(ZoneOffset.UTC), cause.kind().name(), cause.text(), group))
                .replaceWithVoid();
    }

    Uni<Void> discarded(SqlConnection connection, DeadLetter letter, UUID who, String reason, Instant when) {
        return connection
                .preparedQuery(DISCARDED)
                .execute(Tuple.of(letter.id(), when.atOffset(ZoneOffset.UTC), who, reason))
                .replaceWithVoid();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getLong("id"),
                DeadLetter.State.valueOf(row.getString("state")),
                row.getString("channel"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                row.getString("type"),
                row.getInteger("size"),
                cause(row),
                row.getString("cause_group"),
                row.getInteger("attempts"),
                instant(row, "first_failed_at"),
                instant(row, "last_failed_at"),
                instant(row, "settled_at"),
                row.getUUID("settled_by"),
                row.getString("reason"));
    }

    private static LetterGroup group(Row row) {
        return new LetterGroup(
                row.getString("cause_group"),
                row.getString("channel"),
                row.getString("topic"),
                row.getString("type"),
                cause(row),
                row.getLong("letters"),
                row.getLong("subjects"),
                instant(row, "first_failed_at"),
                instant(row, "last_failed_at"));
    }

    private static Cause cause(Row row) {
        return new Cause(Cause.Kind.valueOf(row.getString("kind")), row.getString("cause"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
