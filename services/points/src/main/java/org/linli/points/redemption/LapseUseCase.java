package org.linli.points.redemption;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/**
 * Lets lapse what nobody fetched in time. The row itself is the due work: any replica takes it, one and one transaction
 * at a time, and a missed minute is caught up.
 */
@ApplicationScoped
class LapseUseCase {
    private static final Logger LOG = Logger.getLogger(LapseUseCase.class);
    private static final int AT_ONCE = 200;

    private final RedemptionTable table;
    private final EndRedemption ending;
    private final LinliClock clock;
    private final Pool pool;

    @Inject
    LapseUseCase(RedemptionTable table, EndRedemption ending, LinliClock clock, Pool pool) {
        this.table = table;
        this.ending = ending;
        this.clock = clock;
        this.pool = pool;
    }

    @Scheduled(
            every = "${linli.points.redemption.lapse-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return next(new HashSet<>(), AT_ONCE);
    }

    /** One that fails is left for the next round; the others do not wait for it. */
    private Uni<Void> next(Set<UUID> failed, int left) {
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        UUID[] taken = new UUID[1];
        return pool.withTransaction(connection -> table.due(connection, clock.now(), failed)
                        .chain(due -> {
                            if (due.isEmpty()) {
                                return Uni.createFrom().item(false);
                            }
                            taken[0] = due.get().id();
                            return ending.end(connection, due.get(), RedemptionStatus.LAPSED, null)
                                    .invoke(LapseUseCase::mustBeDone)
                                    .replaceWith(true);
                        }))
                .invoke(LapseUseCase::committed)
                .onFailure(failure -> taken[0] != null)
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "redemption %s does not lapse and is tried again", taken[0]);
                    return failed.add(taken[0]);
                })
                .chain(more -> more ? next(failed, left - 1) : Uni.createFrom().voidItem());
    }

    private static void committed(boolean one) {
        if (one) {
            Moments.LAPSE_COMMITTED.reached();
        }
    }

    private static void mustBeDone(Outcome<Redemption> ended) {
        if (ended instanceof Outcome.Refused<Redemption> refused) {
            throw new IllegalStateException(refused.refusal().code());
        }
    }
}
