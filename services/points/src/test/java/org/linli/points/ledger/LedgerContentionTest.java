package org.linli.points.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.PointsRefusal;

/** What two guards keep: the lock on a passbook from look to write, and the floor that PostgreSQL itself holds. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Many at once on one passbook")
class LedgerContentionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final String UNIT = PointsUnit.POINTS;

    Surroundings surroundings;

    @Inject
    Ledger ledger;

    @Inject
    Pool pool;

    private final Passbook passbook = new Passbook(UUID.randomUUID(), "530103005005");
    private final Account account = Account.passbook(passbook.volunteerId(), UNIT);

    @BeforeEach
    void aPassbookWithAThousand() {
        surroundings
                .database()
                .execute("insert into passbook values (?, ?, 1, now())", passbook.volunteerId(), passbook.division());
        Earning earning = new Earning(
                Entry.causedBy(UUID.randomUUID()),
                passbook.volunteerId(),
                UNIT,
                new RuleReference("service-hours", 1),
                UUID.randomUUID(),
                0,
                DAY,
                1_000,
                null,
                null);
        ledger.post(pool, Changes.credit(Instant.now(), passbook, earning))
                .await()
                .indefinitely();
    }

    /** What is earned without an event is what the verification looks for. */
    @AfterEach
    void nameASource() {
        LedgerModelTest.nameSources(surroundings.database());
    }

    @Test
    void ofFortyHoldsOfAHundredTenArePostedAndThirtyRefused() {
        List<Verdict> verdicts = Multi.createFrom()
                .range(0, 40)
                .onItem()
                .transformToUni(number -> hold(100))
                .merge(16)
                .collect()
                .asList()
                .await()
                .indefinitely();

        assertThat(verdicts).filteredOn(Verdict.Posted.class::isInstance).hasSize(10);
        assertThat(verdicts)
                .filteredOn(new Verdict.Refused(PointsRefusal.BALANCE_TOO_LOW)::equals)
                .hasSize(30);
        assertThat(balance(account)).isZero();
        assertThat(balance(Account.held(passbook.volunteerId(), UNIT))).isEqualTo(1_000);
    }

    @Test
    void theDatabaseItselfRefusesABalanceBelowItsFloor() {
        assertThatThrownBy(() -> surroundings
                        .database()
                        .execute("update account set balance = balance - 1001 where id = ?", account.id()))
                .hasMessageContaining("account_floor");
        assertThat(balance(account)).isEqualTo(1_000);
    }

    private Uni<Verdict> hold(long amount) {
        UUID cause = UUID.randomUUID();
        Wanted wanted = new Wanted(UNIT);
        wanted.hold(passbook.volunteerId(), cause);
        AtomicReference<Verdict> verdict = new AtomicReference<>();
        return pool.withTransaction(connection -> ledger.open(connection, wanted, Instant.now())
                        .chain(books -> {
                            verdict.set(books.hold(
                                    Entry.causedBy(UUID.randomUUID()),
                                    passbook.volunteerId(),
                                    UNIT,
                                    amount,
                                    cause,
                                    DAY));
                            return ledger.write(connection, books.changes());
                        }))
                .map(written -> verdict.get());
    }

    private long balance(Account of) {
        return surroundings.database().count("select balance from account where id = ?", of.id());
    }
}
