package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.points.ledger.Account;
import org.linli.points.scheme.Balances;

/** Reads what shops are owed. */
@ApplicationScoped
class MerchantAccounts {
    private final Tills tills;
    private final Balances balances;
    private final Pool pool;

    @Inject
    MerchantAccounts(Tills tills, Balances balances, Pool pool) {
        this.tills = tills;
        this.balances = balances;
        this.pool = pool;
    }

    /** What a shop is owed in all units that it was ever paid in. */
    record Payables(UUID merchantId, List<Balances.Balance> items) {
        Payables {
            items = List.copyOf(items);
        }
    }

    /** For the shop's own tills and for the officials of its division. */
    Uni<Outcome<Payables>> payable(Caller caller, UUID merchantId) {
        return tills.find(pool, merchantId, caller.accountId())
                .map(found -> Tills.shownTo(caller, found))
                .chain(allowed -> Steps.keep(
                        allowed,
                        till -> balances.of(unit -> Account.payable(merchantId, unit))
                                .map(owed -> new Payables(merchantId, owed))));
    }
}
