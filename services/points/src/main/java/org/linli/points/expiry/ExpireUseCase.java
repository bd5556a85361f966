package org.linli.points.expiry;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.ExpiryEvent;
import org.linli.contracts.points.ExpiryEvent.PointsExpired;
import org.linli.contracts.points.ExpiryEvent.PointsExpiring;
import org.linli.contracts.points.ExpiryState;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Posting;
import org.linli.points.ledger.Verdict;
import org.linli.points.ledger.Wanted;

/**
 * Ends the lots whose time is over, many passbooks in a transaction, and once a day warns those whose points will end.
 * The lots themselves are the due work: a missed day is caught up.
 */
@ApplicationScoped
class ExpireUseCase {
    /** A warning is a line and an event, no posting: so many more fit into a transaction. */
    private static final int WARNED_FOR_EACH_EXPIRED = 10;

    private final ExpiryTable table;
    private final Ledger ledger;
    private final Outbox outbox;
    private final LinliClock clock;
    private final Pool pool;
    private final int batch;
    private final Period keepWarnings;
    private final AtomicReference<LocalDate> warnedOn = new AtomicReference<>();

    @Inject
    ExpireUseCase(
            ExpiryTable table,
            Ledger ledger,
            Outbox outbox,
            LinliClock clock,
            Pool pool,
            PointsConfiguration configuration) {
        this.table = table;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.pool = pool;
        this.batch = configuration.expiry().batch();
        this.keepWarnings = configuration.expiry().keepWarnings();
    }

    @Scheduled(every = "${linli.points.expiry.every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return expireAll().chain(this::warnOnceADay);
    }

    /** Looks again for whom to warn, though it did so today. */
    void forgetWarnings() {
        warnedOn.set(null);
    }

    private Uni<Void> expireAll() {
        return pool.withTransaction(connection -> table.alone(connection)
                        .chain(alone ->
                                alone ? expire(connection) : Uni.createFrom().item(0)))
                .chain(done -> done > 0 ? expireAll() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> expire(SqlConnection connection) {
        Instant now = clock.now();
        return table.ended(connection, now, batch)
                .chain(ended -> ended.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ledger.open(connection, wanted(ended), now)
                                .chain(books -> expire(connection, books, ended, LinliClock.dayOf(now)))
                                .replaceWith(ended.size()));
    }

    private static Wanted wanted(List<ExpiryTable.Ending> ended) {
        Wanted wanted = new Wanted(ended.getFirst().unit());
        ended.forEach(one -> wanted.spending(one.volunteerId()));
        return wanted;
    }

    /** What was seen before the passbooks were locked may have become less, or more: told is what was posted. */
    private Uni<Void> expire(SqlConnection connection, Books books, List<ExpiryTable.Ending> ended, LocalDate today) {
        List<ExpiryTable.Ending> posted = ended.stream()
                .flatMap(one -> books
                        .endedSince(one.volunteerId(), one.unit())
                        .map(since -> posted(books, one, LinliClock.dayOf(since), today))
                        .stream())
                .toList();
        return ledger.write(connection, books.changes()).chain(() -> tell(connection, posted, PointsExpired::new));
    }

    private static ExpiryTable.Ending posted(Books books, ExpiryTable.Ending seen, LocalDate since, LocalDate today) {
        long amount = amount(books.expire(Entry.byPerson(), seen.volunteerId(), seen.unit(), today));
        return new ExpiryTable.Ending(seen.volunteerId(), seen.unit(), since, amount);
    }

    private static long amount(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Posted posted ->
                posted.postings().stream().mapToLong(Posting::amount).sum();
            // points end by no rule that could refuse it, and under an id of their own each time
            case Verdict.Refused refused -> throw new IllegalStateException(refused.toString());
            case Verdict.Replayed replayed -> throw new IllegalStateException(replayed.toString());
        };
    }

    private Uni<Void> warnOnceADay() {
        LocalDate today = clock.today();
        return today.equals(warnedOn.get())
                ? Uni.createFrom().voidItem()
                : warnAll(today)
                        .chain(() -> table.forgetWarnings(pool, today.minus(keepWarnings)))
                        .invoke(() -> warnedOn.set(today));
    }

    private Uni<Void> warnAll(LocalDate today) {
        Instant endOfToday = today.plusDays(1).atStartOfDay(LinliClock.ZONE).toInstant();
        return pool.withTransaction(
                        connection -> table.warn(connection, clock.now(), endOfToday, batch * WARNED_FOR_EACH_EXPIRED)
                                .call(warned -> tell(connection, warned, PointsExpiring::new)))
                .chain(warned -> warned.isEmpty() ? Uni.createFrom().voidItem() : warnAll(today));
    }

    private Uni<Void> tell(
            SqlConnection connection, List<ExpiryTable.Ending> endings, Function<ExpiryState, ExpiryEvent> event) {
        if (endings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // a passbook with points of two units that end is told twice, under two numbers
        Map<String, List<ExpiryTable.Ending>> byUnit =
                endings.stream().collect(Collectors.groupingBy(ExpiryTable.Ending::unit));
        // all at once: held unit by unit, two passbooks could be waited for in a circle
        Uni<Void> told = table.hold(
                connection,
                endings.stream().map(ExpiryTable.Ending::volunteerId).toList());
        for (List<ExpiryTable.Ending> ofOneUnit : byUnit.values()) {
            told = told.chain(() -> tellOfOneUnit(connection, ofOneUnit, event));
        }
        return told;
    }

    private Uni<Void> tellOfOneUnit(
            SqlConnection connection, List<ExpiryTable.Ending> endings, Function<ExpiryState, ExpiryEvent> event) {
        Map<UUID, ExpiryTable.Ending> byVolunteer =
                endings.stream().collect(Collectors.toMap(ExpiryTable.Ending::volunteerId, Function.identity()));
        return table.count(connection, byVolunteer.keySet())
                .map(counted -> counted.stream()
                        .map(passbook -> fact(passbook, byVolunteer.get(passbook.volunteerId()), event))
                        .toList())
                .chain(facts -> outbox.add(connection, facts));
    }

    private static Fact fact(
            ExpiryTable.Counted passbook, ExpiryTable.Ending ending, Function<ExpiryState, ExpiryEvent> event) {
        ExpiryState state = new ExpiryState(
                passbook.volunteerId(), passbook.division(), ending.unit(), ending.amount(), ending.expiresOn());
        return Fact.of(
                passbook.volunteerId(), passbook.sequence(), DivisionCode.of(passbook.division()), event.apply(state));
    }
}
