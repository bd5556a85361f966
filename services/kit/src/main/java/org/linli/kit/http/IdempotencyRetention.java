package org.linli.kit.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets stored answers after 24 hours of real time: a client that repeats a call does so much earlier. */
@ApplicationScoped
class IdempotencyRetention {
    private final Pool pool;

    @Inject
    IdempotencyRetention(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldOnes() {
        return pool.query("delete from idempotency where created_at < now() - interval '24 hours'")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
