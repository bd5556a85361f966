package org.linli.points.scheme;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;

/** Shows the schemes and changes their terms. */
@ApplicationScoped
class SchemeUseCase {
    private static final String CHANGE = """
            update points_scheme set expiry = $2, years = $3, warning_days = $4, redeemable = $5, transferable = $6,
              donatable = $7, minimum_left = $8, per_day = $9, per_month = $10, version = $11 where unit = $1
            """;

    private final Schemes schemes;
    private final Audit audit;
    private final Pool pool;

    @Inject
    SchemeUseCase(Schemes schemes, Audit audit, Pool pool) {
        this.schemes = schemes;
        this.audit = audit;
        this.pool = pool;
    }

    Uni<List<Scheme>> list() {
        return schemes.all(pool)
                .map(all -> all.values().stream()
                        .sorted(Comparator.comparing(Scheme::unit))
                        .toList());
    }

    Uni<Outcome<Scheme>> find(String unit) {
        return schemes.find(pool, unit).map(SchemeUseCase::known);
    }

    Uni<Outcome<Scheme>> change(Caller caller, String unit, String ifMatch, SchemeTerms terms) {
        return Steps.then(
                terms.check(),
                checked -> pool.withTransaction(connection -> schemes.lock(connection, unit)
                        .map(found -> known(found)
                                .then(scheme -> IfMatch.check(ifMatch, scheme.version(), scheme))
                                .map(checked::applied))
                        .chain(outcome -> Steps.then(outcome, changed -> record(connection, caller, changed)))));
    }

    private Uni<Outcome<Scheme>> record(SqlConnection connection, Caller caller, Scheme changed) {
        Tuple terms = Tuple.tuple()
                .addString(changed.unit())
                .addString(changed.expiry().name())
                .addInteger(changed.years())
                .addInteger(changed.warningDays())
                .addBoolean(changed.redeemable())
                .addBoolean(changed.transferable())
                .addBoolean(changed.donatable())
                .addLong(changed.minimumLeft())
                .addLong(changed.perDay())
                .addLong(changed.perMonth())
                .addLong(changed.version());
        return connection
                .preparedQuery(CHANGE)
                .execute(terms)
                .call(() -> audit.record(connection, caller, "points-scheme.changed", changed.id(), null, null))
                .replaceWith(Outcome.done(changed));
    }

    private static Outcome<Scheme> known(Optional<Scheme> found) {
        return found.map(Outcome::done).orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
    }
}
