package org.linli.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

/** The rows lie in a future that only this test claims: the application's own clock has not come there. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
@DisplayName("Deliveries that are due")
class ClaimTest {
    private static final int ROWS = 200;
    private static final int REPLICAS = 8;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Instant DUE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(3600);

    Surroundings surroundings;

    @Inject
    DeliveryRows rows;

    @Inject
    Pool pool;

    @Test
    @DisplayName("are taken by one replica each, however many look at once")
    void areTakenByOneReplicaEach() {
        UUID account = waiting(ROWS, DUE);
        List<UUID> taken = together(() -> takeAll(account, LATER, CLAIM));
        assertThat(taken).hasSize(ROWS).doesNotHaveDuplicates();
        // all of it is claimed: nobody gets it again
        assertThat(takeAll(account, LATER, CLAIM)).isEmpty();
        forget(account);
    }

    @Test
    @DisplayName("are free again when the claim of a killed replica is over")
    void areFreeAgainWhenTheClaimIsOver() {
        UUID account = waiting(3, DUE.minusSeconds(7200));
        assertThat(takeAll(account, DUE.minusSeconds(7000), Duration.ZERO)).hasSize(6);
        assertThat(surroundings
                        .database()
                        .count("select count(*) from delivery where account_id = ? and attempts >= 2", account))
                .isEqualTo(3);
        forget(account);
    }

    /** Takes until nothing is left, or for too long; with a claim of no length the same rows twice. */
    private List<UUID> takeAll(UUID account, Instant now, Duration claim) {
        List<UUID> taken = new ArrayList<>();
        int rounds = claim.isZero() ? 2 : ROWS;
        List<DueDelivery> some = List.of();
        do {
            some = rows.claim(pool, now, 20, claim).await().indefinitely();
            // other tests' rows may wait, too
            some.stream().filter(one -> one.account().equals(account)).forEach(one -> taken.add(one.id()));
            rounds--;
        } while (!some.isEmpty() && rounds > 0);
        return taken;
    }

    private static List<UUID> together(Supplier<List<UUID>> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<UUID>>> calls = IntStream.range(0, REPLICAS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return calls.stream().flatMap(one -> one.join().stream()).toList();
        }
    }

    private UUID waiting(int count, Instant due) {
        UUID account = UUID.randomUUID();
        surroundings
                .database()
                .execute(
                        "insert into delivery (id, account_id, channel, event_id, kind, made_at, first_due_at, due_at)"
                                + " select uuidv7(), ?, 'EMAIL', uuidv7(), 'redemption-held', now(), d, d"
                                + " from generate_series(1, ?), (select cast(? as timestamptz) as d) as due",
                        account,
                        count,
                        due.toString());
        return account;
    }

    private void forget(UUID account) {
        surroundings.database().execute("delete from delivery where account_id = ?", account);
    }
}
