package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Verdict;
import org.linli.points.ledger.Wanted;

/**
 * Ends a redemption whose row is locked: the points go to the shop or back to their lots, the stock follows. Every end
 * locks in the same order: the redemption, the passbook, the accounts, the stock; who sets aside does the same without
 * the first.
 */
@ApplicationScoped
class EndRedemption {
    private final Ledger ledger;
    private final RedemptionTable table;
    private final Shelf shelf;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    EndRedemption(Ledger ledger, RedemptionTable table, Shelf shelf, Outbox outbox, LinliClock clock) {
        this.ledger = ledger;
        this.table = table;
        this.shelf = shelf;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends it.
     *
     * @param by the sign-in that does it; null if time does
     */
    Uni<Outcome<Redemption>> end(SqlConnection connection, Redemption held, RedemptionStatus how, UUID by) {
        Instant now = clock.now();
        Wanted wanted = new Wanted(held.unit()).ended(held.volunteerId(), held.holdId());
        return ledger.open(connection, wanted, now).chain(books -> switch (judge(books, held, how)) {
            case Verdict.Refused refused -> Steps.refused(refused.refusal());
            // the row said it was held: the ledger and the table contradict each other
            case Verdict.Replayed replayed ->
                Uni.createFrom().failure(new IllegalStateException("hold ended twice: " + held.holdId()));
            case Verdict.Posted posted -> record(connection, books, held.ended(how, now), by);
        });
    }

    private static Verdict judge(Books books, Redemption held, RedemptionStatus how) {
        Entry entry = Entry.byPerson();
        return switch (how) {
            case FULFILLED -> books.fulfil(entry, held.holdId(), Account.payable(held.merchantId(), held.unit()));
            case LAPSED, CANCELLED -> books.lapse(entry, held.holdId());
            case HELD -> throw new IllegalArgumentException("a redemption does not end in being held");
        };
    }

    private Uni<Outcome<Redemption>> record(SqlConnection connection, Books books, Redemption ended, UUID by) {
        Fact fact = Fact.of(ended.id(), ended.sequence(), DivisionCode.of(ended.division()), ended.event());
        return table.end(connection, ended, by)
                .chain(() -> ledger.write(connection, books.changes()))
                .chain(() -> outbox.add(connection, List.of(fact)))
                .chain(() -> shelf.end(connection, ended, ended.status() == RedemptionStatus.FULFILLED))
                .invoke(() -> written(ended))
                .replaceWith(Outcome.done(ended));
    }

    private static void written(Redemption ended) {
        switch (ended.status()) {
            case FULFILLED -> Moments.FULFILMENT_WRITTEN.reached();
            case LAPSED -> Moments.LAPSE_WRITTEN.reached();
            case HELD, CANCELLED -> {
                // giving up is a call like any other
            }
        }
    }
}
