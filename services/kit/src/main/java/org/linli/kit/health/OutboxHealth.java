package org.linli.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.linli.kit.event.Relay;

/**
 * Is the outbox being emptied? An old row means that Kafka is away or the relay is stuck, a parked one is too large for
 * Kafka. It shows as degraded and does
 * not take readiness away: writes still succeed.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements AsyncHealthCheck {
    private static final long OLD_SECONDS = 10;
    private static final String SELECT = "select count(*) as waiting,"
            + " coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint as age,"
            + " (select count(*) from outbox where parked_for is not null) as parked"
            + " from (select created_at from outbox where parked_for is null order by id limit 10000) as oldest";

    private final Pool pool;
    private final Relay relay;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong age = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    @Inject
    OutboxHealth(Pool pool, Relay relay, MeterRegistry meters) {
        this.pool = pool;
        this.relay = relay;
        meters.gauge("linli.outbox.rows", waiting);
        meters.gauge("linli.outbox.age.seconds", age);
        meters.gauge("linli.outbox.parked", parked);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return measure()
                .map(row -> answer())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("outbox")
                        .down()
                        .withData("cause", "the database does not answer")
                        .build());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepMetricsFresh() {
        return measure().replaceWithVoid().onFailure().recoverWithNull();
    }

    private Uni<Row> measure() {
        return pool.query(SELECT).execute().map(rows -> rows.iterator().next()).invoke(row -> {
            waiting.set(row.getLong("waiting"));
            age.set(row.getLong("age"));
            parked.set(row.getLong("parked"));
        });
    }

    private HealthCheckResponse answer() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("outbox")
                .withData("waiting", waiting.get())
                .withData("oldestSeconds", age.get());
        if (relay.trouble() != null) {
            answer.withData("cause", relay.trouble());
        } else if (parked.get() > 0) {
            answer.withData("cause", parked.get() + " rows are too large for Kafka");
        }
        return answer.status(age.get() < OLD_SECONDS && parked.get() == 0).build();
    }
}
