package org.linli.points.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.points.TransferEvent.PointsDonated;
import org.linli.contracts.points.TransferEvent.TransferMade;
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
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Passbook;
import org.linli.points.ledger.Verdict;
import org.linli.points.ledger.Wanted;
import org.linli.points.scheme.Scheme;
import org.linli.points.scheme.Schemes;

/** Gives points to another volunteer or to a charity fund. */
@ApplicationScoped
class TransferUseCase {
    private static final Role[] READERS = {Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.AUDITOR};

    private final Schemes schemes;
    private final TransferTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final LinliClock clock;
    private final Pool pool;

    @Inject
    TransferUseCase(Schemes schemes, TransferTable table, Ledger ledger, Outbox outbox, LinliClock clock, Pool pool) {
        this.schemes = schemes;
        this.table = table;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.pool = pool;
    }

    /** Gives, inside the transaction of {@code connection}. */
    Uni<Outcome<TransferView>> give(SqlConnection connection, Caller caller, Gift wanted) {
        if (caller.volunteerId() == null) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return Steps.then(
                wanted.by(caller.volunteerId()),
                gift -> schemes.find(connection, gift.unit())
                        .map(found -> found.map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(PointsRefusal.UNIT_UNKNOWN, "unit"))
                                .then(scheme -> gift.allowedBy(scheme).map(allowed -> scheme)))
                        .chain(known -> Steps.then(
                                known,
                                scheme -> people(connection, caller, gift)
                                        .chain(allowed ->
                                                Steps.then(allowed, fits -> give(connection, caller, fits, scheme))))));
    }

    /** Whether the giver may give and the receiver may receive. */
    private Uni<Outcome<Gift>> people(SqlConnection connection, Caller caller, Gift gift) {
        List<UUID> both = Stream.of(caller.volunteerId(), gift.to())
                .filter(one -> one != null)
                .toList();
        return table.people(connection, both)
                .map(known -> mayGive(known.get(caller.volunteerId())).then(giver -> mayReceive(known, gift)))
                .chain(allowed -> Steps.then(
                        allowed,
                        fits -> fits.fund() == null
                                ? Steps.decided(Outcome.done(fits))
                                : table.isDivision(connection, fits.fund())
                                        .map(there -> there
                                                ? Outcome.done(fits)
                                                : Outcome.refused(PointsRefusal.DIVISION_UNKNOWN, "fund"))));
    }

    private static Outcome<TransferTable.Person> mayGive(TransferTable.Person giver) {
        if (giver == null || giver.ageBand() == null) {
            return Outcome.refused(KitRefusal.NOT_KNOWN_YET);
        }
        if (giver.status() != VolunteerStatus.VERIFIED) {
            return Outcome.refused(PointsRefusal.VOLUNTEER_NOT_ACTIVE);
        }
        return giver.ageBand().adult() ? Outcome.done(giver) : Outcome.refused(PointsRefusal.GIVER_IS_A_MINOR);
    }

    private static Outcome<Gift> mayReceive(Map<UUID, TransferTable.Person> known, Gift gift) {
        TransferTable.Person receiver = gift.to() == null ? null : known.get(gift.to());
        return gift.to() == null || receiver != null && receiver.status() == VolunteerStatus.VERIFIED
                ? Outcome.done(gift)
                : Outcome.refused(PointsRefusal.RECEIVER_NOT_ACTIVE, "toVolunteerId");
    }

    private Uni<Outcome<TransferView>> give(SqlConnection connection, Caller caller, Gift gift, Scheme scheme) {
        UUID id = Ids.next();
        Instant now = clock.now();
        Wanted wanted = new Wanted(gift.unit()).spending(caller.volunteerId());
        if (gift.to() != null) {
            wanted.receiving(gift.to());
        }
        return ledger.open(connection, wanted, now)
                // from here on the passbook is locked: nobody else gives from it
                .chain(books -> table.given(connection, caller.volunteerId(), gift.unit(), LinliClock.dayOf(now))
                        .map(given -> gift.within(
                                scheme,
                                books.spendable(caller.volunteerId(), gift.unit()),
                                given.today(),
                                given.thisMonth()))
                        .map(allowed -> allowed.then(fits -> post(books, caller.volunteerId(), fits, id, now)))
                        .chain(posted -> Steps.then(posted, made -> record(connection, books, made))));
    }

    private static Outcome<TransferView> post(Books books, UUID giver, Gift gift, UUID id, Instant now) {
        Passbook from = books.passbook(giver);
        if (from == null || gift.to() != null && books.passbook(gift.to()) == null) {
            return Outcome.refused(KitRefusal.NOT_KNOWN_YET);
        }
        Entry entry = Entry.byPerson();
        Verdict verdict = gift.to() == null
                ? books.donate(
                        entry, giver, Account.fund(gift.fund(), gift.unit()), gift.amount(), id, LinliClock.dayOf(now))
                : books.transfer(entry, giver, gift.to(), gift.unit(), gift.amount(), id, LinliClock.dayOf(now));
        return switch (verdict) {
            case Verdict.Posted posted ->
                Outcome.done(new TransferView(
                        id, giver, gift.to(), gift.fund(), from.division(), gift.unit(), gift.amount(), now));
            case Verdict.Refused refused -> Outcome.refused(refused.refusal(), "amount");
            case Verdict.Replayed replayed -> throw new IllegalStateException("a new id was posted before");
        };
    }

    private Uni<Outcome<TransferView>> record(SqlConnection connection, Books books, TransferView made) {
        Passbook receiver = made.toVolunteerId() == null ? null : books.passbook(made.toVolunteerId());
        List<String> districts = Stream.of(made.division(), receiver == null ? made.fund() : receiver.division())
                .map(division -> DivisionCode.of(division).district())
                .toList();
        Fact fact = Fact.of(
                        made.id(),
                        1,
                        DivisionCode.of(made.division()),
                        made.fund() == null ? new TransferMade(made.state()) : new PointsDonated(made.state()))
                .concerning(districts);
        return ledger.write(connection, books.changes())
                .chain(() -> table.insert(connection, made))
                .chain(() -> outbox.add(connection, List.of(fact)))
                .replaceWith(Outcome.done(made));
    }

    /** One transfer, for those who gave or received, and for the officials of the giver's place. */
    Uni<Outcome<TransferView>> find(Caller caller, UUID id) {
        return table.find(pool, id)
                .map(found -> found.filter(made -> made.volunteerId().equals(caller.volunteerId())
                                || made.toVolunteerId() != null
                                        && made.toVolunteerId().equals(caller.volunteerId())
                                || caller.holds(DivisionCode.of(made.division()), READERS))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    /** What the caller gave and received. */
    Uni<Outcome<Page<TransferView>>> list(Caller caller, Paging paging) {
        return caller.volunteerId() == null
                ? Steps.refused(KitRefusal.FORBIDDEN)
                : table.page(pool, caller.volunteerId(), paging.afterId(), paging.limit())
                        .map(found -> Outcome.done(
                                Page.of(found, paging.limit(), made -> made.id().toString(), made -> made)));
    }
}
