package org.linli.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.cli.LinliHome;
import org.linli.cli.Refusal;

@DisplayName("The building of a city")
class DeliveryTest {
    @TempDir
    Path home;

    @Test
    @DisplayName("cuts lists of any length into batches of one size, in order")
    void cutsIntoBatches() {
        List<List<Integer>> lists = List.of(List.of(1, 2, 3), List.of(), List.of(4), List.of(5, 6, 7), List.of());
        List<List<Integer>> cut = new ArrayList<>();
        Batches<Integer> batches = new Batches<>(lists.iterator(), 2);
        while (batches.hasNext()) {
            Batches.Batch<Integer> batch = batches.next();
            assertThat(batch.number()).isEqualTo(cut.size());
            cut.add(batch.items());
        }
        assertThat(cut).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5, 6), List.of(7));
    }

    @Test
    @DisplayName("works on everything once, with no more hands than allowed")
    void worksOnEverythingOnce() {
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Postman.deliver(IntStream.range(0, 500).iterator(), 4, number -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            assertThat(seen.add(number)).isTrue();
            busy.decrementAndGet();
        });
        assertThat(seen).hasSize(500);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    @DisplayName("ends with the first failure and takes nothing more")
    void endsWithTheFirstFailure() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Integer> endless = IntStream.generate(taken::incrementAndGet).iterator();
        assertThatThrownBy(() -> Postman.deliver(endless, 4, number -> {
                    if (number == 10) {
                        throw new Refusal("ten");
                    }
                }))
                .hasMessage("ten");
    }

    @Test
    @DisplayName("remembers what is done, and whose id is whose, over a restart")
    void remembers() {
        SeedState state = new SeedState(new LinliHome(home));
        UUID id = UUID.randomUUID();
        try (Marks marks = state.marks("people");
                PeopleFile people = state.people()) {
            marks.done(3);
            people.put(70_000, id);
        }
        try (Marks marks = state.marks("people");
                PeopleFile people = state.people()) {
            assertThat(List.of(marks.isDone(2), marks.isDone(3), marks.isDone(4)))
                    .containsExactly(false, true, false);
            assertThat(people.get(70_000)).isEqualTo(id);
            assertThat(people.get(5)).isNull();
            assertThat(people.get(70_001)).isNull();
        }
    }

    @Test
    @DisplayName("keeps the figures of before, and refuses to go on with other terms")
    void keepsTheFiguresOfBefore() {
        SeedState state = new SeedState(new LinliHome(home));
        Terms terms = new Terms(Scale.parse("0.01"), java.math.BigDecimal.ONE, 2025, 1);
        assertThat(state.before(terms, () -> Map.of("city: registered", 10L))).containsEntry("city: registered", 10L);
        assertThat(state.before(terms, () -> Map.of("city: registered", 99L))).containsEntry("city: registered", 10L);
        Terms others = new Terms(Scale.parse("0.02"), java.math.BigDecimal.ONE, 2025, 1);
        assertThatThrownBy(() -> state.before(others, Map::of))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("other terms");
    }
}
