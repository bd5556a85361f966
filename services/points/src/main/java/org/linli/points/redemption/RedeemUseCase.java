package org.linli.points.redemption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Posting;
import org.linli.points.ledger.PostingKind;
import org.linli.points.ledger.Verdict;
import org.linli.points.ledger.Wanted;

/** Sets points and stock aside for a volunteer, shows what was set aside, and gives it up. */
@ApplicationScoped
class RedeemUseCase {
    /** Of a million codes a shop has a few open: that five in a row are taken does not happen. */
    private static final int CODES_TRIED = 5;

    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR, Role.AUDITOR
    };

    private final Ledger ledger;
    private final Shelf shelf;
    private final RedemptionTable table;
    private final EndRedemption ending;
    private final Codes codes;
    private final Outbox outbox;
    private final LinliClock clock;
    private final Pool pool;
    private final Duration patience;

    @Inject
    RedeemUseCase(
            Ledger ledger,
            Shelf shelf,
            RedemptionTable table,
            EndRedemption ending,
            Codes codes,
            Outbox outbox,
            LinliClock clock,
            Pool pool,
            PointsConfiguration configuration) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.table = table;
        this.ending = ending;
        this.codes = codes;
        this.outbox = outbox;
        this.clock = clock;
        this.pool = pool;
        this.patience = configuration.redemption().patience();
    }

    /** Sets aside one of an offer, inside the transaction of {@code connection}; a refusal must roll it back. */
    Uni<Outcome<RedemptionView>> hold(SqlConnection connection, Caller caller, UUID offerId) {
        if (caller.volunteerId() == null) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        if (caller.volunteerStatus() != VolunteerStatus.VERIFIED) {
            return Steps.refused(PointsRefusal.VOLUNTEER_NOT_ACTIVE);
        }
        YearMonth month = YearMonth.from(clock.today());
        return shelf.look(connection, offerId, caller.volunteerId(), month)
                .map(found -> found.map(offer -> offer.on(clock.today()))
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND, "offerId")))
                .chain(offer -> Steps.then(offer, wanted -> hold(connection, caller, wanted, month)))
                .chain(held -> Steps.then(held, redemption -> seen(connection, redemption)));
    }

    private Uni<Outcome<UUID>> hold(SqlConnection connection, Caller caller, OnSale offer, YearMonth month) {
        Redemption wanted = wanted(caller.volunteerId(), offer, month, clock.now());
        return ledger.open(
                        connection, new Wanted(offer.unit()).hold(caller.volunteerId(), wanted.id()), wanted.heldAt())
                // from here on the passbook is locked: nobody else takes one for the same person
                .chain(books -> table.taken(
                                connection,
                                offer.offerId(),
                                caller.volunteerId(),
                                offer.hasWindow() ? month.toString() : null)
                        .map(offer::toOneWhoHas)
                        .map(allowed -> allowed.then(fits -> judge(books, wanted)))
                        .chain(judged -> Steps.then(judged, held -> record(connection, books, offer, held, month))));
    }

    private Redemption wanted(UUID volunteer, OnSale offer, YearMonth month, Instant now) {
        UUID id = Ids.next();
        return new Redemption(
                id,
                offer.offerId(),
                offer.merchantId(),
                volunteer,
                offer.division(),
                offer.unit(),
                offer.price(),
                month.toString(),
                RedemptionStatus.HELD,
                Posting.idOf(id, PostingKind.HELD.name(), 0),
                now,
                now.plus(patience),
                null,
                1);
    }

    private Outcome<Redemption> judge(Books books, Redemption wanted) {
        if (books.passbook(wanted.volunteerId()) == null) {
            return Outcome.refused(KitRefusal.NOT_KNOWN_YET);
        }
        Verdict verdict = books.hold(
                Entry.byPerson(),
                wanted.volunteerId(),
                wanted.unit(),
                wanted.amount(),
                wanted.id(),
                LinliClock.dayOf(wanted.heldAt()));
        return switch (verdict) {
            case Verdict.Posted posted -> Outcome.done(wanted);
            case Verdict.Refused refused -> Outcome.refused(refused.refusal());
            case Verdict.Replayed replayed -> throw new IllegalStateException("a new id was posted before");
        };
    }

    private Uni<Outcome<UUID>> record(
            SqlConnection connection, Books books, OnSale offer, Redemption held, YearMonth month) {
        Fact fact = Fact.of(held.id(), held.sequence(), DivisionCode.of(held.division()), held.event());
        return insert(connection, held, CODES_TRIED)
                .chain(() -> ledger.write(connection, books.changes()))
                .chain(() -> outbox.add(connection, List.of(fact)))
                .chain(() -> shelf.take(connection, offer, held, month))
                .invoke(Moments.HOLD_WRITTEN::reached)
                .map(refusal -> refusal == null ? Outcome.done(held.id()) : Outcome.refused(refusal, "offerId"));
    }

    private Uni<Void> insert(SqlConnection connection, Redemption held, int tries) {
        if (tries == 0) {
            return Uni.createFrom().failure(new IllegalStateException("no free code at shop " + held.merchantId()));
        }
        return table.insert(connection, held, codes.store(codes.fresh(), held.id(), held.merchantId()))
                .chain(free -> free ? Uni.createFrom().voidItem() : insert(connection, held, tries - 1));
    }

    /** Gives up what was set aside, inside the transaction of {@code connection}. */
    Uni<Outcome<RedemptionView>> cancel(SqlConnection connection, Caller caller, UUID id) {
        return table.lock(connection, id)
                .map(found -> found.filter(
                                redemption -> redemption.volunteerId().equals(caller.volunteerId()))
                        .map(Redemption::open)
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND)))
                .chain(open -> Steps.then(
                        open, held -> ending.end(connection, held, RedemptionStatus.CANCELLED, caller.accountId())))
                .chain(ended -> Steps.then(ended, redemption -> seen(connection, redemption.id())));
    }

    private Uni<Outcome<RedemptionView>> seen(SqlConnection connection, UUID id) {
        return table.find(connection, id).map(found -> Outcome.done(withCode(found.orElseThrow())));
    }

    /** One redemption: with its code for its owner, without for the officials of its place. */
    Uni<Outcome<RedemptionView>> find(Caller caller, UUID id) {
        return table.find(pool, id)
                .map(found -> found.flatMap(seen -> visible(caller, seen))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    private Optional<RedemptionView> visible(Caller caller, RedemptionTable.Seen seen) {
        if (seen.redemption().volunteerId().equals(caller.volunteerId())) {
            return Optional.of(withCode(seen));
        }
        return caller.holds(DivisionCode.of(seen.redemption().division()), READERS)
                ? Optional.of(RedemptionView.of(seen))
                : Optional.empty();
    }

    /** One's own redemptions. */
    Uni<Outcome<Page<RedemptionView>>> list(Caller caller, Paging paging) {
        if (caller.volunteerId() == null) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return table.page(pool, caller.volunteerId(), paging.afterId(), paging.limit())
                .map(found -> Outcome.done(Page.of(
                        found, paging.limit(), seen -> seen.redemption().id().toString(), this::withCode)));
    }

    private RedemptionView withCode(RedemptionTable.Seen seen) {
        if (seen.redemption().status() != RedemptionStatus.HELD) {
            return RedemptionView.of(seen);
        }
        Codes.Code code = codes.read(seen.sealed(), seen.redemption().id());
        return RedemptionView.with(seen, code.digits(), codes.link(code));
    }
}
