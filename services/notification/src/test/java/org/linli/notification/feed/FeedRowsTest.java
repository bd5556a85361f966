package org.linli.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.EventCatalog;
import org.linli.contracts.points.TransferEvent.TransferMade;
import org.linli.contracts.points.TransferState;
import org.linli.kit.event.Batch;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Received;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Batches that several replicas write at once")
class FeedRowsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 8;
    private static final int EVENTS = 100;
    private static final int BATCH = 5;

    Surroundings surroundings;

    @Inject
    Feeds feeds;

    @Inject
    Pool pool;

    @Test
    @DisplayName("make one stream without gaps in each district, whichever order they name the districts in")
    void makeOneStream() {
        District one = new District(surroundings);
        District other = new District(surroundings);
        List<Received> events = IntStream.range(0, EVENTS)
                .mapToObj(n -> received(n % 2 == 0 ? one : other, List.of(one.digits(), other.digits())))
                .toList();
        // the feeds are open: whoever opens one makes the others wait, with or without a lock
        write(events.subList(0, 1));
        // each has all of them, as after a rebalance that nobody expected, in an order of its own and batch by batch;
        // on threads of their own, since the common pool of two processors runs one after the other
        List<CompletableFuture<Void>> writing = IntStream.range(0, WRITERS)
                .mapToObj(writer -> {
                    List<Received> shuffled = new ArrayList<>(events);
                    Collections.shuffle(shuffled);
                    return CompletableFuture.runAsync(
                            () -> IntStream.range(0, EVENTS / BATCH)
                                    .forEach(n -> write(shuffled.subList(n * BATCH, (n + 1) * BATCH))),
                            Thread::startVirtualThread);
                })
                .toList();
        writing.forEach(CompletableFuture::join);
        for (District district : List.of(one, other)) {
            assertThat(numbers(district))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, EVENTS).boxed().toList());
            assertThat(district.newest()).isEqualTo(EVENTS);
            assertThat(surroundings
                            .database()
                            .count(
                                    "select count(distinct event_id) from feed_event where district = ?",
                                    district.digits()))
                    .isEqualTo(EVENTS);
        }
    }

    @Test
    @DisplayName("leave no number behind when one of them is rolled back")
    void leaveNoNumberBehind() {
        District district = new District(surroundings);
        List<String> own = List.of(district.digits());
        assertThat(CompletableFuture.runAsync(() -> pool.withTransaction(connection -> feeds.apply(
                                        connection, new Batch(List.of(received(district, own))))
                                .onItem()
                                .failWith(() -> new IllegalStateException("the process died")))
                        .await()
                        .atMost(PATIENCE)))
                .failsWithin(PATIENCE);
        write(List.of(received(district, own)));
        assertThat(numbers(district)).containsExactly(1L);
    }

    @Test
    @DisplayName("bring nothing back that was kept long enough")
    void bringNothingBack() {
        District district = new District(surroundings);
        Received now = received(district, List.of(district.digits()));
        Received old = new Received(
                UUID.randomUUID(),
                now.type(),
                now.subject(),
                1,
                now.division(),
                Instant.now().minus(Duration.ofDays(91)),
                now.event(),
                now.districts(),
                null);
        write(List.of(old, now));
        assertThat(surroundings
                        .database()
                        .query("select event_id from feed_event where district = ?", district.digits()))
                .extracting(row -> row.get("event_id"))
                .containsExactly(now.id());
    }

    private void write(List<Received> events) {
        pool.withTransaction(connection -> feeds.apply(connection, new Batch(events)))
                .await()
                .atMost(PATIENCE);
    }

    private List<Long> numbers(District district) {
        return surroundings
                .database()
                .query("select sequence from feed_event where district = ? order by sequence", district.digits())
                .stream()
                .map(row -> ((Number) row.get("sequence")).longValue())
                .toList();
    }

    /** Points that went from one district to another. */
    private static Received received(District from, List<String> districts) {
        TransferState state = new TransferState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                from.community().value(),
                "POINTS",
                100,
                Instant.now());
        Fact fact = Fact.of(state.transferId(), 1, from.community(), new TransferMade(state));
        return new Received(
                UUID.randomUUID(),
                EventCatalog.typeOf(TransferMade.class).value(),
                fact.subject(),
                1,
                from.community().value(),
                Instant.now(),
                fact.event(),
                districts,
                null);
    }
}
