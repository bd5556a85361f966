package org.linli.points.earning;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.linli.contracts.EventCatalog;
import org.linli.kit.event.Batch;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Received;

/** The tables of events that were applied and of events that wait for their volunteer. */
@ApplicationScoped
class SourceTable {
    private static final String APPLIED = "select event_id from source_event where event_id = any($1)";
    private static final String REPLACED = "select replaces from source_event where replaces = any($1)";
    private static final String RECORD = """
            insert into source_event (event_id, type, cause_id, volunteer_id, replaces, outcome, postings)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[])
            on conflict do nothing
            """;
    private static final String EXPECT = "insert into volunteer_copy (volunteer_id, sequence)"
            + " select id, 0 from unnest($1::uuid[]) as u (id) order by id on conflict do nothing";
    private static final String WITH_PASSBOOK = "select volunteer_id from passbook where volunteer_id = any($1)";
    private static final String WAIT = """
            insert into waiting_event (event_id, volunteer_id, type, subject, sequence, division, happened_at, data)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::text[],
              $7::timestamptz[], $8::bytea[])
            on conflict do nothing
            """;
    private static final String WAITING = """
            delete from waiting_event where volunteer_id = any($1)
            returning event_id, type, subject, sequence, division, happened_at, data
            """;

    /** Which of these events were applied before. */
    Uni<Set<UUID>> applied(SqlConnection connection, Collection<UUID> events) {
        return ids(connection, APPLIED, events, "event_id");
    }

    /** Which of these records a correction took the place of. */
    Uni<Set<UUID>> replaced(SqlConnection connection, Collection<UUID> records) {
        return ids(connection, REPLACED, records, "replaces");
    }

    /**
     * Which of these volunteers have a passbook. Those who seem to have none are expected first: that waits for a
     * transaction that is just opening one, and makes the next one wait for us.
     */
    Uni<Set<UUID>> withPassbook(SqlConnection connection, Collection<UUID> volunteers) {
        return ids(connection, WITH_PASSBOOK, volunteers, "volunteer_id").chain(found -> {
            List<UUID> missing = volunteers.stream()
                    .filter(volunteer -> !found.contains(volunteer))
                    .distinct()
                    .toList();
            if (missing.isEmpty()) {
                return Uni.createFrom().item(found);
            }
            return connection
                    .preparedQuery(EXPECT)
                    .execute(Tuple.of(missing.toArray(UUID[]::new)))
                    .chain(() -> ids(connection, WITH_PASSBOOK, volunteers, "volunteer_id"));
        });
    }

    Uni<Void> record(SqlConnection connection, List<Judged> judged) {
        if (judged.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple();
        rows.addValue(column(judged, UUID[]::new, one -> one.source().eventId()));
        rows.addValue(column(judged, String[]::new, one -> one.source().type()));
        rows.addValue(column(judged, UUID[]::new, one -> one.source().causeId()));
        rows.addValue(column(judged, UUID[]::new, one -> one.source().volunteerId()));
        rows.addValue(column(
                judged,
                UUID[]::new,
                one -> one.source() instanceof Source.Service service ? service.replaces() : null));
        rows.addValue(column(judged, String[]::new, one -> one.outcome().name()));
        rows.addValue(column(judged, Integer[]::new, Judged::postings));
        return connection.preparedQuery(RECORD).execute(rows).replaceWithVoid();
    }

    Uni<Void> letWait(SqlConnection connection, List<Batch.Of<Source>> sources) {
        if (sources.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Received> events = sources.stream().map(Batch.Of::received).toList();
        Tuple rows = Tuple.tuple();
        rows.addValue(column(events, UUID[]::new, Received::id));
        rows.addValue(column(sources, UUID[]::new, one -> one.value().volunteerId()));
        rows.addValue(column(events, String[]::new, Received::type));
        rows.addValue(column(events, String[]::new, Received::subject));
        rows.addValue(column(events, Long[]::new, Received::sequence));
        rows.addValue(column(events, String[]::new, Received::division));
        rows.addValue(
                column(events, OffsetDateTime[]::new, event -> event.time().atOffset(ZoneOffset.UTC)));
        rows.addValue(column(events, Buffer[]::new, event -> Buffer.buffer(EventCodec.data(event.event()))));
        return connection.preparedQuery(WAIT).execute(rows).replaceWithVoid();
    }

    /** Takes what waited for these volunteers, in the order in which it happened. */
    Uni<List<Received>> takeWaiting(SqlConnection connection, Collection<UUID> volunteers) {
        return connection
                .preparedQuery(WAITING)
                .execute(Tuple.of(volunteers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SourceTable::received)
                        .sorted(Comparator.comparing(Received::time).thenComparing(Received::sequence))
                        .toList());
    }

    private static Received received(Row row) {
        try {
            String type = row.getString("type");
            return new Received(
                    row.getUUID("event_id"),
                    type,
                    row.getString("subject"),
                    row.getLong("sequence"),
                    row.getString("division"),
                    row.getOffsetDateTime("happened_at").toInstant(),
                    EventCodec.json()
                            .readValue(
                                    row.getBuffer("data").getBytes(),
                                    EventCatalog.find(type).orElseThrow()));
        } catch (IOException broken) {
            throw new IllegalStateException("what was written as an event must read as one", broken);
        }
    }

    private static Uni<Set<UUID>> ids(SqlConnection connection, String sql, Collection<UUID> asked, String column) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(new HashSet<>());
        }
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(asked.toArray(UUID[]::new)))
                .map(rows -> set(rows, column));
    }

    private static Set<UUID> set(RowSet<Row> rows, String column) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(column))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
