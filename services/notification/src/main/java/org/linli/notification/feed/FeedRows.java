package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.notification.NotificationEvent.FeedGrown;
import org.linli.kit.event.Batch;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationConfiguration;

/**
 * Writes the events of a batch into the feeds of their districts. The head of each feed is locked first, in the order
 * of the districts, so that numbers are gap-free, are committed in their order, and two batches never wait for each
 * other in a circle; an event that is already there is left alone.
 */
@ApplicationScoped
class FeedRows {
    private static final String LOCK =
            "select district from feed_head where district = any ($1) order by district for update";
    private static final String OPEN = "insert into feed_head (district)"
            + " select distinct d from unnest($1::text[]) as t (d) order by d on conflict do nothing";
    private static final String INSERT = """
            with told as (
                select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) with ordinality
                    as t (district, event_id, type, content, position)
            ), fresh as (
                select distinct on (event_id, district) * from told t
                where not exists (select from feed_event f
                    where f.event_id = t.event_id and f.district = t.district)
                order by event_id, district, position
            ), inserted as (
                insert into feed_event (district, sequence, event_id, type, content, arrived_at)
                select f.district, h.sequence + row_number() over (partition by f.district order by f.position),
                    f.event_id, f.type, f.content, $5::timestamptz
                from fresh f join feed_head h using (district)
                returning district
            )
            update feed_head h set sequence = h.sequence + n.rows
            from (select district, count(*) as rows from inserted group by district) n
            where h.district = n.district
            returning h.district, h.sequence
            """;

    private final Outbox outbox;
    private final LinliClock clock;
    private final Duration kept;

    @Inject
    FeedRows(Outbox outbox, LinliClock clock, NotificationConfiguration configuration) {
        this.outbox = outbox;
        this.clock = clock;
        this.kept = configuration.retention().feeds();
    }

    /** One event in one feed. */
    private record Line(String district, OutsideEvent event) {}

    Uni<Void> write(SqlConnection connection, Batch batch) {
        Instant now = clock.now();
        List<Line> lines = lines(batch, now.minus(kept));
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] districts =
                lines.stream().map(Line::district).distinct().sorted().toArray(String[]::new);
        return lock(connection, districts)
                .chain(() -> connection.preparedQuery(INSERT).execute(rows(lines, now)))
                .chain(heads -> announce(connection, heads));
    }

    /**
     * What is older than a feed keeps events was in it once, if it was ever to be: a topic that is read again from its
     * beginning brings nothing back.
     */
    private static List<Line> lines(Batch batch, Instant tooOld) {
        List<Line> lines = new ArrayList<>();
        batch.events().stream()
                .filter(OutsideEvent::isOutside)
                .filter(received -> !received.time().isBefore(tooOld))
                .map(OutsideEvent::of)
                .forEach(event -> event.districts().forEach(district -> lines.add(new Line(district, event))));
        return lines;
    }

    private static Uni<Void> lock(SqlConnection connection, String[] districts) {
        Tuple which = Tuple.of(districts);
        return connection
                .preparedQuery(LOCK)
                .execute(which)
                .chain(locked -> locked.size() == districts.length
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(OPEN)
                                .execute(which)
                                .chain(() -> connection.preparedQuery(LOCK).execute(which))
                                .replaceWithVoid());
    }

    private static Tuple rows(List<Line> lines, Instant now) {
        return Tuple.tuple()
                .addArrayOfString(lines.stream().map(Line::district).toArray(String[]::new))
                .addArrayOfUUID(lines.stream().map(line -> line.event().id()).toArray(UUID[]::new))
                .addArrayOfString(
                        lines.stream().map(line -> line.event().type()).toArray(String[]::new))
                .addArrayOfString(
                        lines.stream().map(line -> line.event().content()).toArray(String[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    }

    /** Tells every replica, through the outbox, which feeds have more. */
    private Uni<Void> announce(SqlConnection connection, RowSet<Row> heads) {
        List<Fact> facts = heads.stream()
                .map(head -> {
                    String district = head.getString("district");
                    long sequence = head.getLong("sequence");
                    return Fact.of(district, sequence, null, new FeedGrown(district, sequence));
                })
                .toList();
        return outbox.add(connection, facts);
    }
}
