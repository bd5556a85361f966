package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    @Test
    void whatHadToWaitForItsBeginningCountsFromTheMomentItWasDue() {
        // Given fifty acts, one a millisecond, and a first one that holds up the others for forty
        Histogram micros = Pace.steady(1_000, Duration.ofMillis(50), (number, due) -> {
            if (number == 0) {
                Pace.waitUntil(due + TimeUnit.MILLISECONDS.toNanos(40));
            }
            return DONE;
        });
        // Then every one of those forty was late, though each took no time once it had begun
        assertThat(micros.getTotalCount()).isEqualTo(50);
        assertThat(Pace.milliseconds(micros, 50)).isGreaterThanOrEqualTo(14);
        assertThat(Pace.milliseconds(micros, 100)).isGreaterThanOrEqualTo(39.9);
    }

    @Test
    void anActIsToldWhenItWasDueHoweverLateItBegins() {
        List<Long> dues = new ArrayList<>();
        Pace.steady(1_000, Duration.ofMillis(20), (number, due) -> {
            dues.add(due);
            Pace.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2));
            return DONE;
        });
        assertThat(dues).hasSize(20);
        for (int number = 1; number < dues.size(); number++) {
            assertThat(dues.get(number) - dues.get(number - 1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Test
    void actsBeginWhileEarlierOnesHang() {
        // Given acts of which none ends before the last one has begun
        CompletableFuture<Void> last = new CompletableFuture<>();
        Histogram micros = Pace.steady(1_000, Duration.ofMillis(30), (number, due) -> {
            if (number == 29) {
                last.complete(null);
            }
            return last;
        });
        // Then the first one took as long as all of them
        assertThat(micros.getTotalCount()).isEqualTo(30);
        assertThat(Pace.milliseconds(micros, 100)).isGreaterThanOrEqualTo(28.9);
    }

    @Test
    void anActThatFailsIsNotMeasuredAway() {
        assertThatThrownBy(() -> Pace.steady(
                        1_000,
                        Duration.ofMillis(10),
                        (number, due) -> number == 3 ? CompletableFuture.failedFuture(new Exception("three")) : DONE))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("three");
    }

    @Test
    void asFastAsPossibleNeverHasMoreOpenThanThereAreCallers() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        double rate = Pace.flatOut(
                3,
                Duration.ofMillis(50),
                caller -> CompletableFuture.runAsync(() -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    open.decrementAndGet();
                }));
        assertThat(rate).isPositive();
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void anActThatDoesNotEvenBeginEndsTheMeasuringAtOnce() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Pace.flatOut(1, Duration.ofSeconds(2), caller -> {
                    if (begun.incrementAndGet() == 3) {
                        throw new IndexOutOfBoundsException("three");
                    }
                    return CompletableFuture.runAsync(() -> {});
                }))
                .hasRootCauseInstanceOf(IndexOutOfBoundsException.class);
    }
}
