package org.linli.notification.feed;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationConfiguration;

/**
 * Forgets events that were kept long enough, always the oldest of a feed first: what is left of it has no gaps. What is
 * over in the copies beside it goes with the last event that could tell of it.
 */
@ApplicationScoped
class FeedRetentionUseCase {
    private static final Logger LOG = Logger.getLogger(FeedRetentionUseCase.class);
    private static final int AT_ONCE = 5_000;
    private static final String DISTRICTS = "select district from feed_head order by district";
    private static final String EVENTS = """
            with oldest as (
                select sequence, arrived_at from feed_event where district = $1 order by sequence limit $3
            ), cut as (
                select coalesce(min(sequence) filter (where arrived_at > $2), max(sequence) + 1) as before from oldest
            )
            delete from feed_event f using cut where f.district = $1 and f.sequence < cut.before
            """;
    private static final String OVER = "delete from feed_reference where (kind, subject) in (select kind, subject"
            + " from feed_reference where state is null and changed_at <= $1 limit $2)";

    private final Pool pool;
    private final LinliClock clock;
    private final Duration kept;

    @Inject
    FeedRetentionUseCase(Pool pool, LinliClock clock, NotificationConfiguration configuration) {
        this.pool = pool;
        this.clock = clock;
        this.kept = configuration.retention().feeds();
    }

    @Scheduled(
            every = "${linli.notification.retention.every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldOnes() {
        return forget().onFailure()
                .invoke(failure -> LOG.debugf("old events are looked at again later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Forgets all that was kept long enough by now. */
    Uni<Void> forget() {
        OffsetDateTime limit = clock.now().minus(kept).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(DISTRICTS)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> until(EVENTS, Tuple.of(row.getString("district"), limit, AT_ONCE)))
                .collect()
                .last()
                .chain(() -> until(OVER, Tuple.of(limit, AT_ONCE)));
    }

    private Uni<Void> until(String statement, Tuple what) {
        return pool.preparedQuery(statement)
                .execute(what)
                .chain(rows -> rows.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : until(statement, what));
    }
}
