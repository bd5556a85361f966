package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.linli.kit.Outcome;

/**
 * Takes the snapshot a newcomer begins with. How far the feed is and how everything stands are read by one statement,
 * and both change in one transaction: what happened up to the cursor is in it, and nothing else.
 */
@ApplicationScoped
class SnapshotUseCase {
    private static final String HEAD = "HEAD";
    private static final String TAKE = """
            select 'HEAD' as kind, h.sequence::text as items from feed_head h where h.district = $1
            union all
            select r.kind, string_agg('{"subject":' || to_json(r.subject) || ',"sequence":"' || r.sequence
                || '","state":' || r.state || '}', E',\n' order by r.subject)
            from feed_reference r where r.districts @> array[$1] and r.state is not null
            group by r.kind
            """;

    private final Pool pool;

    @Inject
    SnapshotUseCase(Pool pool) {
        this.pool = pool;
    }

    Uni<Outcome<Snapshot>> take(FeedQuestion question) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(question.district()))
                .map(rows -> Outcome.done(snapshot(question.district(), rows)));
    }

    private static Snapshot snapshot(String district, RowSet<Row> rows) {
        Map<String, String> items = new HashMap<>();
        rows.forEach(row -> items.put(row.getString("kind"), row.getString("items")));
        long sequence = Long.parseLong(items.getOrDefault(HEAD, "0"));
        return new Snapshot(new FeedCursor(district, sequence), items);
    }
}
