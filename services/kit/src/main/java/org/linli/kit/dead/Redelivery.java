package org.linli.kit.dead;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.linli.kit.Savepoints;
import org.linli.kit.event.Batch;
import org.linli.kit.event.Cause;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Received;

/**
 * Hands a record to its consumer once more, inside a transaction of the caller, behind a savepoint: if it is refused
 * again, what it did is undone and the transaction goes on.
 */
@ApplicationScoped
class Redelivery {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    // the counters of a connection also hold what its transactions before did: what counts is the difference
    private static final String COUNTED = """
            select relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_xact_user_tables
            where schemaname = current_schema() and n_tup_ins + n_tup_upd + n_tup_del > 0 order by relname
            """;

    private final Map<String, ChannelHandler> handlers = new HashMap<>();

    @Inject
    Redelivery(@All List<ChannelHandler> handlers) {
        handlers.forEach(handler -> handler.channels().forEach(channel -> this.handlers.put(channel, handler)));
    }

    /** The headers of a letter. */
    static Map<String, String> headers(DeadLetterRows.Content content) {
        try {
            return EventCodec.json().readValue(content.headers(), TEXTS);
        } catch (IOException broken) {
            throw new UncheckedIOException("the headers of a dead letter are JSON", broken);
        }
    }

    Uni<Attempt> of(SqlConnection connection, DeadLetter letter, DeadLetterRows.Content content) {
        ChannelHandler handler = handlers.get(letter.channel());
        if (handler == null) {
            return failed(new Cause(Cause.Kind.UNCLAIMED, "nobody consumes this channel"));
        }
        try {
            Received event = EventCodec.read(recordHeaders(content), content.data());
            return attempt(connection, handler, new Batch(List.of(event)));
        } catch (EventCodec.UnreadableEvent unreadable) {
            return failed(Cause.of(unreadable));
        }
    }

    private static Uni<Attempt> failed(Cause cause) {
        return Uni.createFrom().item(new Attempt.Failed(cause));
    }

    private static Uni<Attempt> attempt(SqlConnection connection, ChannelHandler handler, Batch batch) {
        Uni<List<TableChange>> consuming = counted(connection)
                .chain(before -> handler.apply(connection, batch)
                        .chain(() -> counted(connection))
                        .map(after -> changes(before, after)));
        return Savepoints.behind(connection, consuming)
                .<Attempt>map(Attempt.Consumed::new)
                .onFailure(failure -> Cause.of(failure).isPresent())
                .recoverWithItem(failure -> new Attempt.Failed(Cause.of(failure).orElseThrow()));
    }

    private static Uni<List<TableChange>> counted(SqlConnection connection) {
        return connection
                .query(COUNTED)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Redelivery::change)
                        .toList());
    }

    private static TableChange change(Row row) {
        return new TableChange(
                row.getString("relname"), row.getLong("n_tup_ins"), row.getLong("n_tup_upd"), row.getLong("n_tup_del"));
    }

    private static List<TableChange> changes(List<TableChange> before, List<TableChange> after) {
        Map<String, TableChange> known = new HashMap<>();
        before.forEach(change -> known.put(change.table(), change));
        return after.stream()
                .map(change -> change.minus(known.get(change.table())))
                .filter(TableChange::isAny)
                .toList();
    }

    private static Headers recordHeaders(DeadLetterRows.Content content) {
        Headers headers = new RecordHeaders();
        headers(content)
                .forEach((name, value) ->
                        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
