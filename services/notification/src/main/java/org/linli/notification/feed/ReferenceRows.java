package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;

/** Keeps the newest state of whatever a newcomer begins with. Only a newer sequence is applied. */
@ApplicationScoped
class ReferenceRows {
    private static final String KEEP = """
            insert into feed_reference as r (kind, subject, districts, state, sequence, changed_at)
            select t.kind, t.subject, string_to_array(t.districts, ','), t.state, t.sequence, $6::timestamptz
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) with ordinality
                as t (kind, subject, districts, state, sequence, position)
            order by t.position
            on conflict (kind, subject) do update
            set districts = excluded.districts, state = excluded.state, sequence = excluded.sequence,
                changed_at = excluded.changed_at
            where r.sequence < excluded.sequence
            """;

    private final LinliClock clock;

    @Inject
    ReferenceRows(LinliClock clock) {
        this.clock = clock;
    }

    Uni<Void> keep(SqlConnection connection, Batch batch) {
        List<Batch.Of<Reference>> told = batch.newestOf(Reference::of, Reference::key).stream()
                .sorted(Comparator.comparing(one -> one.value().key()))
                .toList();
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(KEEP)
                        .execute(rows(told, clock.now()))
                        .replaceWithVoid();
    }

    private static Tuple rows(List<Batch.Of<Reference>> told, Instant now) {
        return Tuple.tuple()
                .addArrayOfString(
                        told.stream().map(one -> one.value().kind().name()).toArray(String[]::new))
                .addArrayOfString(
                        told.stream().map(one -> one.value().subject()).toArray(String[]::new))
                .addArrayOfString(told.stream()
                        .map(one -> String.join(",", one.value().districts()))
                        .toArray(String[]::new))
                .addArrayOfString(told.stream().map(one -> one.value().state()).toArray(String[]::new))
                .addArrayOfLong(
                        told.stream().map(one -> one.received().sequence()).toArray(Long[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    }
}
