package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.points.ledger.Account;
import org.linli.points.scheme.Schemes;

/** Reads what shops are owed. */
@ApplicationScoped
class MerchantAccounts {
    private static final String PAYABLE = "select unit, balance from account where id = any($1) order by unit";

    private final Tills tills;
    private final Schemes schemes;
    private final Pool pool;

    @Inject
    MerchantAccounts(Tills tills, Schemes schemes, Pool pool) {
        this.tills = tills;
        this.schemes = schemes;
        this.pool = pool;
    }

    /** Hundredths that a shop is owed in a unit. */
    record Payable(String unit, long balance) {}

    /** What a shop is owed in all units that it was ever paid in. */
    record Payables(UUID merchantId, List<Payable> items) {
        Payables {
            items = List.copyOf(items);
        }
    }

    /** For the shop's own tills and for the officials of its division. */
    Uni<Outcome<Payables>> payable(Caller caller, UUID merchantId) {
        return tills.find(pool, merchantId, caller.accountId())
                .chain(found -> found.isEmpty()
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : found.get().isOpenTo(caller)
                                        || MerchantRights.inspects(
                                                caller, found.get().division())
                                ? read(merchantId).map(Outcome::done)
                                : Steps.refused(KitRefusal.FORBIDDEN));
    }

    private Uni<Payables> read(UUID merchantId) {
        return schemes.all(pool)
                .map(all -> all.keySet().stream()
                        .map(unit -> Account.payable(merchantId, unit).id())
                        .toArray(UUID[]::new))
                .chain(ids -> pool.preparedQuery(PAYABLE).execute(Tuple.of(ids)))
                .map(rows -> new Payables(
                        merchantId,
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Payable(row.getString("unit"), row.getLong("balance")))
                                .toList()));
    }
}
