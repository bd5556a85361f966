package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.merchant.Tills;

/** What a shop handed over on a day, for whoever counts what is left in the evening. */
@ApplicationScoped
class TillBook {
    private final Tills tills;
    private final RedemptionTable table;
    private final LinliClock clock;
    private final Pool pool;

    @Inject
    TillBook(Tills tills, RedemptionTable table, LinliClock clock, Pool pool) {
        this.tills = tills;
        this.table = table;
        this.clock = clock;
        this.pool = pool;
    }

    /**
     * One line; to whom, is not the shop's business.
     *
     * @param amount hundredths that the shop was credited with
     * @param at when it was handed over
     */
    record Line(UUID id, UUID offerId, String title, String unit, long amount, Instant at) {
        private static Line of(RedemptionTable.Seen seen) {
            Redemption redemption = seen.redemption();
            return new Line(
                    redemption.id(),
                    redemption.offerId(),
                    seen.title(),
                    redemption.unit(),
                    redemption.amount(),
                    redemption.endedAt());
        }
    }

    /** What was handed over on a day (today if null), for the shop's tills and the officials of its division. */
    Uni<Outcome<Page<Line>>> handedOver(Caller caller, UUID merchantId, LocalDate on, Paging paging) {
        LocalDate day = on == null ? clock.today() : on;
        Instant from = day.atStartOfDay(LinliClock.ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(LinliClock.ZONE).toInstant();
        return tills.find(pool, merchantId, caller.accountId())
                .map(found -> Tills.shownTo(caller, found))
                .chain(allowed -> Steps.keep(
                        allowed,
                        till -> table.handedOver(pool, merchantId, from, until, paging.afterId(), paging.limit())
                                .map(found -> Page.of(
                                        found,
                                        paging.limit(),
                                        seen -> seen.redemption().id().toString(),
                                        Line::of))));
    }
}
