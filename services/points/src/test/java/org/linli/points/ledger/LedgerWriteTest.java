package org.linli.points.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

/** One credit in one statement, without a lock and a transaction of one's own. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A credit in one statement")
class LedgerWriteTest {
    private static final String DIVISION = "530103005005";

    Surroundings surroundings;

    @Inject
    Ledger ledger;

    @Inject
    Pool pool;

    private final Passbook passbook = new Passbook(UUID.randomUUID(), DIVISION);

    @BeforeEach
    void aPassbook() {
        surroundings
                .database()
                .execute("insert into passbook values (?, ?, 1, now())", passbook.volunteerId(), DIVISION);
    }

    /** What is earned without an event is what the verification looks for. */
    @AfterEach
    void nameASource() {
        LedgerModelTest.nameSources(surroundings.database());
    }

    @Test
    void manyAtOnceOnOnePassbookAreExactAndNumberedWithoutGaps() {
        List<Ledger.Written> written = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number -> write(earning(UUID.randomUUID(), 10)))
                .toList();
        assertThat(written).allMatch(one -> one.posted().size() == 1);
        Account account = Account.passbook(passbook.volunteerId(), PointsUnit.POINTS);
        var lines = surroundings
                .database()
                .query(
                        "select credit_number, credit_balance from posting where credit = ? order by credit_number",
                        account.id());
        assertThat(lines)
                .extracting(line -> line.get("credit_number"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(lines.getLast().get("credit_balance")).isEqualTo(2000L);
        assertThat(surroundings
                        .database()
                        .count("select sequence from passbook where volunteer_id = ?", passbook.volunteerId()))
                .isEqualTo(201);
    }

    @Test
    void theSameAgainIsAReplayAndOtherContentIsToldApart() {
        UUID cause = UUID.randomUUID();
        UUID posting = earning(cause, 10).postingId();
        assertThat(write(earning(cause, 10)).posted()).containsExactly(posting);
        assertThat(write(earning(cause, 10)).replayed()).containsExactly(posting);
        assertThat(write(earning(cause, 11)).differing()).containsExactly(posting);
        assertThat(surroundings.database().count("select count(*) from posting where id = ?", posting))
                .isOne();
    }

    private Ledger.Written write(Earning earning) {
        return ledger.post(pool, Changes.credit(Instant.now(), passbook, earning))
                .await()
                .indefinitely();
    }

    private Earning earning(UUID cause, long amount) {
        return new Earning(
                Entry.causedBy(UUID.randomUUID()),
                passbook.volunteerId(),
                PointsUnit.POINTS,
                new RuleReference("service-hours", 1),
                cause,
                0,
                LocalDate.of(2026, 5, 1),
                amount,
                null,
                null);
    }
}
