package org.linli.kit.dead;

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

/**
 * Do records wait for an operator? It shows as degraded and nothing more: the service does its work, what they say is
 * missing. Every replica tells the same figures.
 */
@Wellness
@ApplicationScoped
class DeadLetterHealth implements AsyncHealthCheck {
    private static final String NAME = "dead-letters";
    // by the clock of the database, which is that of the letters unless a story moved it
    private static final String SELECT = "select count(*) as waiting,"
            + " coalesce(extract(epoch from clock_timestamp() - min(first_failed_at)), 0)::bigint as age"
            + " from dead_letter where state = 'WAITING'";

    private final Pool pool;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong age = new AtomicLong();

    @Inject
    DeadLetterHealth(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        meters.gauge("linli.dead.letters", waiting);
        meters.gauge("linli.dead.letters.age.seconds", age);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return measure()
                .map(row -> answer())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
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
            age.set(Math.max(0, row.getLong("age")));
        });
    }

    private HealthCheckResponse answer() {
        return waiting.get() == 0
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .up()
                        .withData("state", "degraded")
                        .withData("waiting", waiting.get())
                        .withData("look", "./linli dead groups")
                        .build();
    }
}
