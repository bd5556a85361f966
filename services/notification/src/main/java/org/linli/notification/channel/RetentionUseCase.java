package org.linli.notification.channel;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationConfiguration;

/**
 * Forgets codes that count for no limit any more, and deliveries that ended long ago. A message goes out once all the
 * same: what is in the inbox is not new.
 */
@ApplicationScoped
class RetentionUseCase {
    private static final Logger LOG = Logger.getLogger(RetentionUseCase.class);
    private static final int AT_ONCE = 5_000;
    private static final String CODES = "delete from address_code where code_id in"
            + " (select code_id from address_code where made_at <= $1 limit $2)";
    private static final String DELIVERIES = "delete from delivery where id in"
            + " (select id from delivery where ended_at <= $1 order by ended_at limit $2)";

    private final Pool pool;
    private final LinliClock clock;
    private final Duration deliveries;

    @Inject
    RetentionUseCase(Pool pool, LinliClock clock, NotificationConfiguration configuration) {
        this.pool = pool;
        this.clock = clock;
        this.deliveries = configuration.retention().deliveries();
    }

    @Scheduled(
            every = "${linli.notification.retention.every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldOnes() {
        return forget().onFailure()
                .invoke(failure -> LOG.debugf("old rows are looked at again later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Forgets all that is over by now. */
    Uni<Void> forget() {
        Instant now = clock.now();
        return until(CODES, now.minus(MailAddressUseCase.DAY)).chain(() -> until(DELIVERIES, now.minus(deliveries)));
    }

    private Uni<Void> until(String statement, Instant limit) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(limit.atOffset(ZoneOffset.UTC), AT_ONCE))
                .chain(rows -> rows.rowCount() < AT_ONCE ? Uni.createFrom().voidItem() : until(statement, limit));
    }
}
