package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Outcome;
import org.linli.kit.person.Farewell;

/**
 * What somebody had set aside who was erased is given up: one in a transaction of the ledger's own tool. If the work
 * around it is lost afterwards, it finds one fewer the next time.
 */
@ApplicationScoped
class RedemptionFarewellUseCase implements Farewell {
    private static final String HELD =
            "select id from redemption where volunteer_id = $1 and status = 'HELD' order by id limit 1";

    private final RedemptionTable table;
    private final EndRedemption ending;
    private final Pool pool;

    @Inject
    RedemptionFarewellUseCase(RedemptionTable table, EndRedemption ending, Pool pool) {
        this.table = table;
        this.ending = ending;
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(HELD)
                .execute(Tuple.of(volunteer))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(true)
                        : giveUp(connection, rows.iterator().next().getUUID("id"))
                                .replaceWith(false)));
    }

    private Uni<Void> giveUp(SqlConnection connection, UUID id) {
        return table.lock(connection, id)
                .chain(locked -> locked.orElseThrow().status() == RedemptionStatus.HELD
                        ? ending.end(connection, locked.orElseThrow(), RedemptionStatus.CANCELLED, null)
                                .invoke(RedemptionFarewellUseCase::mustBeDone)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static void mustBeDone(Outcome<Redemption> ended) {
        if (ended instanceof Outcome.Refused<Redemption> refused) {
            throw new IllegalStateException(refused.refusal().code());
        }
    }
}
