package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;
import org.linli.points.PointsRefusal;
import org.linli.points.merchant.Tills;

/** What a till does with a code: looks what it is worth, and hands over once. */
@ApplicationScoped
class HandOverUseCase {
    private final Tills tills;
    private final RedemptionTable table;
    private final EndRedemption ending;
    private final Codes codes;
    private final TypedCodes typed;
    private final LinliClock clock;
    private final Pool pool;

    @Inject
    HandOverUseCase(
            Tills tills,
            RedemptionTable table,
            EndRedemption ending,
            Codes codes,
            PointsConfiguration configuration,
            LinliClock clock,
            Pool pool) {
        this.tills = tills;
        this.table = table;
        this.ending = ending;
        this.codes = codes;
        this.typed = new TypedCodes(configuration.redemption().triesPerMinute());
        this.clock = clock;
        this.pool = pool;
    }

    /**
     * What somebody shows at the till.
     *
     * @param merchantId at which shop
     * @param code six digits, or what the scanner read
     */
    record Shown(UUID merchantId, String code) {
        boolean isTyped() {
            return code.length() == 6 && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        }

        @Override
        public String toString() {
            return "Shown[" + merchantId + "]";
        }
    }

    /** What the code is for; nothing changes. */
    Uni<Outcome<RedemptionView>> verify(Caller caller, Shown shown) {
        return found(pool, caller, shown)
                .chain(found -> Steps.then(
                        found,
                        id -> table.find(pool, id)
                                .map(Optional::orElseThrow)
                                .map(seen -> seen.redemption()
                                        .fetchable(clock.now())
                                        .map(held -> RedemptionView.of(seen)))));
    }

    /** Hands over, once, inside the transaction of {@code connection}. */
    Uni<Outcome<RedemptionView>> fulfil(SqlConnection connection, Caller caller, Shown shown) {
        return found(connection, caller, shown)
                .chain(found -> Steps.then(
                        found,
                        id -> table.lock(connection, id)
                                .map(locked -> locked.orElseThrow().fetchable(clock.now()))
                                .chain(fetchable -> Steps.then(
                                        fetchable,
                                        held -> ending.end(
                                                connection, held, RedemptionStatus.FULFILLED, caller.accountId())))))
                .chain(ended -> Steps.keep(
                        ended,
                        redemption -> table.find(connection, redemption.id())
                                .map(seen -> RedemptionView.of(seen.orElseThrow()))));
    }

    /** Which redemption is meant, if the till is open to the caller and the code is one of its shop. */
    private Uni<Outcome<UUID>> found(SqlClient client, Caller caller, Shown shown) {
        return tills.find(client, shown.merchantId(), caller.accountId())
                .map(till -> allow(caller, till))
                .chain(allowed -> Steps.then(
                        allowed, till -> shown.isTyped() ? typed(client, caller, shown) : scanned(client, shown)));
    }

    private static Outcome<Tills.AtTill> allow(Caller caller, Optional<Tills.AtTill> till) {
        if (till.isEmpty()) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (!till.get().isOpenTo(caller)) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        return till.get().status() == MerchantStatus.LEFT
                ? Outcome.refused(PointsRefusal.MERCHANT_LEFT)
                : Outcome.done(till.get());
    }

    private Uni<Outcome<UUID>> typed(SqlClient client, Caller caller, Shown shown) {
        Instant now = clock.now();
        if (!typed.begin(caller.accountId(), now)) {
            return Steps.refused(PointsRefusal.TOO_MANY_TRIES, "code");
        }
        return table.byDigits(client, codes.digitsHash(shown.merchantId(), shown.code()))
                .map(HandOverUseCase::known)
                .invoke(found -> {
                    if (found instanceof Outcome.Done<UUID>) {
                        typed.known(caller.accountId(), now);
                    }
                });
    }

    /** Of 128 random bits nobody finds one by trying. */
    private Uni<Outcome<UUID>> scanned(SqlClient client, Shown shown) {
        return table.bySecret(client, codes.secretHash(Codes.secretOf(shown.code())), shown.merchantId())
                .map(HandOverUseCase::known);
    }

    private static Outcome<UUID> known(Optional<UUID> found) {
        return found.map(Outcome::done).orElseGet(() -> Outcome.refused(PointsRefusal.CODE_NOT_VALID, "code"));
    }
}
