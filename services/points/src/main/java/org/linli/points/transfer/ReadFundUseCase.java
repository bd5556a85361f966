package org.linli.points.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.points.ledger.Account;
import org.linli.points.scheme.Balances;

/** Reads what charity funds hold. */
@ApplicationScoped
class ReadFundUseCase {
    private final TransferTable table;
    private final Balances balances;
    private final Pool pool;

    @Inject
    ReadFundUseCase(TransferTable table, Balances balances, Pool pool) {
        this.table = table;
        this.balances = balances;
        this.pool = pool;
    }

    /** A fund with what it holds in all units that it was ever given; a division that was given nothing has nothing. */
    record Fund(String division, List<Balances.Balance> items) {
        Fund {
            items = List.copyOf(items);
        }
    }

    Uni<Outcome<Fund>> find(String division) {
        return table.isDivision(pool, division)
                .chain(there -> there
                        ? balances.of(unit -> Account.fund(division, unit))
                                .map(held -> Outcome.done(new Fund(division, held)))
                        : Steps.refused(KitRefusal.NOT_FOUND));
    }
}
