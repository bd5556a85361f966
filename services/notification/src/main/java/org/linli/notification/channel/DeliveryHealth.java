package org.linli.notification.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.linli.kit.time.LinliClock;

/**
 * Does e-mail go out? A mail server that is away shows as degraded and takes nothing else away: the inbox has
 * everything, and what waits is sent when the server is back.
 */
@Wellness
@ApplicationScoped
class DeliveryHealth implements AsyncHealthCheck {
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final String SELECT = """
            select count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'WAITING' and trouble in ('SERVER_AWAY', 'SERVER_REFUSES')) as refused,
                count(*) filter (where state = 'WAITING' and first_due_at < $1) as late,
                count(*) filter (where state = 'FAILED') as failed
            from ((select state, trouble, first_due_at from delivery where state = 'WAITING' limit 10000)
                union all (select state, trouble, first_due_at from delivery where state = 'FAILED' limit 10000))
                as unsent
            """;

    private final Pool pool;
    private final LinliClock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    @Inject
    DeliveryHealth(Pool pool, LinliClock clock, MeterRegistry meters) {
        this.pool = pool;
        this.clock = clock;
        meters.gauge("linli.deliveries.waiting", waiting);
        meters.gauge("linli.deliveries.failed", failed);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return measure()
                .map(DeliveryHealth::answer)
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("e-mail")
                        .down()
                        .withData("cause", "the database does not answer")
                        .build());
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepMetricsFresh() {
        return measure().replaceWithVoid().onFailure().recoverWithNull();
    }

    private Uni<Row> measure() {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(clock.now().minus(LATE).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    waiting.set(row.getLong("waiting"));
                    failed.set(row.getLong("failed"));
                });
    }

    private static HealthCheckResponse answer(Row row) {
        boolean away = row.getLong("refused") > 0;
        boolean late = row.getLong("late") > 0;
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("e-mail")
                .withData("waiting", row.getLong("waiting"))
                .withData("late", row.getLong("late"))
                .withData("failed", row.getLong("failed"));
        if (away) {
            answer.withData("cause", "the mail server does not take e-mail");
        } else if (late) {
            answer.withData("cause", "e-mails are late");
        }
        return answer.status(!away && !late).build();
    }
}
