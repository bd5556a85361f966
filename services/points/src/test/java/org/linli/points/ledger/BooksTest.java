package org.linli.points.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.points.PointsRefusal;

@DisplayName("The rules of the ledger")
class BooksTest {
    private static final Instant NOW = Instant.parse("2026-05-01T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final String UNIT = PointsUnit.POINTS;

    private final UUID volunteer = UUID.randomUUID();
    private final Account passbook = Account.passbook(volunteer, UNIT);
    private final Account claim = Account.claim(volunteer, UNIT);
    private final Books books = new Books(
            new Snapshot(
                    Map.of(volunteer, new Passbook(volunteer, "530103005005")),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of()),
            NOW);

    @Test
    void theCapOfADayCutsWhatIsEarnedAndThenRefuses() {
        books.earn(earning(600, 800L));
        Verdict cut = books.earn(earning(600, 800L));
        assertThat(((Verdict.Posted) cut).postings().getFirst().amount()).isEqualTo(200);
        assertThat(((Verdict.Posted) cut).postings().getFirst().claimed()).isEqualTo(600);
        assertThat(books.earn(earning(1, 800L))).isEqualTo(new Verdict.Refused(PointsRefusal.CAP_REACHED));
    }

    @Test
    void theSameActAgainIsAReplayAlsoWhenItsOwnPostingUsedUpTheCap() {
        Earning earning = earning(900, 800L);
        books.earn(earning);
        assertThat(books.earn(earning)).isEqualTo(new Verdict.Replayed(earning.postingId()));
    }

    @Test
    void whatIsTakenBackMayBeEarnedAgainThatDay() {
        Earning wrong = earning(800, 800L);
        books.earn(wrong);
        books.reverse(Entry.byPerson(), volunteer, wrong.postingId(), UUID.randomUUID());
        assertThat(books.earn(earning(500, 800L))).isInstanceOf(Verdict.Posted.class);
        assertThat(books.balance(passbook)).isEqualTo(500);
    }

    @Test
    void whatWasSpentBeforeAReversalBecomesAClaimThatLaterPointsPay() {
        // Given 500 earned and 400 set aside
        Earning wrong = earning(500, null);
        books.earn(wrong);
        books.hold(Entry.byPerson(), volunteer, UNIT, 400, UUID.randomUUID(), DAY);
        // When the 500 are taken back
        books.reverse(Entry.byPerson(), volunteer, wrong.postingId(), UUID.randomUUID());
        // Then the passbook is empty, never negative, and 400 are owed
        assertThat(books.balance(passbook)).isZero();
        assertThat(books.balance(claim)).isEqualTo(-400);
        // And the next 300 pay part of it, the 300 after that the rest
        books.earn(earning(300, null));
        assertThat(books.balance(passbook)).isZero();
        assertThat(books.balance(claim)).isEqualTo(-100);
        books.earn(earning(300, null));
        assertThat(books.balance(passbook)).isEqualTo(200);
        assertThat(books.balance(claim)).isZero();
    }

    @Test
    void aHoldTakesTheLotThatExpiresFirstAndALapseGivesBackToIt() {
        Earning lasting = earning(100, null, null);
        Earning ending = earning(100, null, NOW.plusSeconds(60));
        books.earn(lasting);
        books.earn(ending);
        UUID cause = UUID.randomUUID();
        books.hold(Entry.byPerson(), volunteer, UNIT, 150, cause, DAY);
        UUID hold = Posting.idOf(cause, PostingKind.HELD.name(), 0);
        assertThat(books.changes().moved())
                .containsExactly(
                        new Allocation(hold, ending.postingId(), 100), new Allocation(hold, lasting.postingId(), 50));
        books.lapse(Entry.byPerson(), hold);
        assertThat(books.changes().opened()).extracting(Lot::remaining).containsExactly(100L, 100L);
        assertThat(books.fulfil(Entry.byPerson(), hold, Account.issuer("530103005005", UNIT)))
                .isEqualTo(new Verdict.Refused(PointsRefusal.HOLD_ENDED));
    }

    @Test
    void whatHasExpiredCannotBeSpent() {
        books.earn(earning(100, null, NOW));
        assertThat(books.hold(Entry.byPerson(), volunteer, UNIT, 1, UUID.randomUUID(), DAY))
                .isEqualTo(new Verdict.Refused(PointsRefusal.BALANCE_TOO_LOW));
        books.expire(Entry.byPerson(), volunteer, UNIT, DAY);
        assertThat(books.balance(passbook)).isZero();
        assertThat(books.balance(Account.expired("530103005005", UNIT))).isEqualTo(100);
    }

    @Test
    void onlyWhatARuleGaveCanBeTakenBackAndOnlyOnce() {
        Earning earning = earning(100, null);
        books.earn(earning);
        UUID cause = UUID.randomUUID();
        books.reverse(Entry.byPerson(), volunteer, earning.postingId(), cause);
        assertThat(books.reverse(Entry.byPerson(), volunteer, earning.postingId(), cause))
                .isEqualTo(new Verdict.Replayed(earning.postingId()));
        assertThat(books.reverse(Entry.byPerson(), volunteer, earning.postingId(), UUID.randomUUID()))
                .isEqualTo(new Verdict.Refused(PointsRefusal.POSTING_ALREADY_REVERSED));
        assertThat(books.reverse(
                        Entry.byPerson(),
                        volunteer,
                        Posting.idOf(earning.postingId(), Books.REVERSAL, 0),
                        UUID.randomUUID()))
                .isEqualTo(new Verdict.Refused(PointsRefusal.POSTING_NOT_REVERSIBLE));
    }

    @Test
    void whatSomebodyElseWasGivenIsNotTakenBackAlsoWhenThatPassbookIsOpenForSomethingElse() {
        // Given a passbook that is open to earn only, so that its lots were not read, and what it was given before
        UUID other = UUID.randomUUID();
        Earning given = new Earning(
                Entry.byPerson(),
                other,
                UNIT,
                new RuleReference("service-hours", 1),
                UUID.randomUUID(),
                0,
                DAY,
                100,
                null,
                null);
        Map<UUID, Passbook> both =
                Map.of(volunteer, new Passbook(volunteer, "530103005005"), other, new Passbook(other, "530103005005"));
        Books earlier = new Books(new Snapshot(both, Map.of(), Map.of(), Map.of(), List.of(), List.of()), NOW);
        earlier.earn(given);
        Posting posting = earlier.changes().postings().getFirst();
        Books open = new Books(
                new Snapshot(
                        both,
                        Map.of(given.passbook().id(), 100L),
                        Map.of(posting.id(), new Known(posting, null, null)),
                        Map.of(),
                        List.of(),
                        List.of()),
                NOW);
        // When a correction about the volunteer names it
        Verdict verdict = open.reverse(Entry.byPerson(), volunteer, posting.id(), UUID.randomUUID());
        // Then it is refused, and nothing is written
        assertThat(verdict).isEqualTo(new Verdict.Refused(PointsRefusal.POSTING_NOT_REVERSIBLE));
        assertThat(open.changes().postings()).isEmpty();
    }

    private Earning earning(long amount, Long cap) {
        return earning(amount, cap, null);
    }

    private Earning earning(long amount, Long cap, Instant expiresAt) {
        return new Earning(
                Entry.byPerson(),
                volunteer,
                UNIT,
                new RuleReference("service-hours", 1),
                UUID.randomUUID(),
                0,
                DAY,
                amount,
                cap,
                expiresAt);
    }
}
