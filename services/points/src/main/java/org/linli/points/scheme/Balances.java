package org.linli.points.scheme;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.linli.points.ledger.Account;

/** Reads what one owner has in the units of all schemes. */
@ApplicationScoped
public class Balances {
    private static final String BY_ID = "select unit, balance from account where id = any($1) order by unit";

    private final Schemes schemes;
    private final Pool pool;

    @Inject
    Balances(Schemes schemes, Pool pool) {
        this.schemes = schemes;
        this.pool = pool;
    }

    /** Hundredths in a unit. */
    public record Balance(String unit, long balance) {}

    /** Of each unit in which anything was ever posted, by unit. */
    public Uni<List<Balance>> of(Function<String, Account> accountIn) {
        return schemes.all(pool)
                .map(all -> all.keySet().stream()
                        .map(unit -> accountIn.apply(unit).id())
                        .toArray(UUID[]::new))
                .chain(ids -> pool.preparedQuery(BY_ID).execute(Tuple.of(ids)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Balance(row.getString("unit"), row.getLong("balance")))
                        .toList());
    }
}
