package org.linli.notification.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.linli.kit.event.Relay;

/**
 * Looks again at what was kept a moment ago. Activity and registration are read side by side, each batch in its own
 * transaction: the one that keeps a message and the one that makes its reader known may miss each other.
 */
@ApplicationScoped
class WaitingSweepUseCase {
    private static final Logger LOG = Logger.getLogger(WaitingSweepUseCase.class);

    private final Pool pool;
    private final Delivery delivery;
    private final Relay relay;

    @Inject
    WaitingSweepUseCase(Pool pool, Delivery delivery, Relay relay) {
        this.pool = pool;
        this.delivery = delivery;
        this.relay = relay;
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.withTransaction(delivery::sweep)
                .invoke(relay::wake)
                .onFailure()
                .invoke(failure -> LOG.debugf("waiting messages are looked at again later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
