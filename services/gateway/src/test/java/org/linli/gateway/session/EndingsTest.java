package org.linli.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is known of sessions and keys that ended")
class EndingsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Instant start = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    @DisplayName("is remembered until they would have ended by themselves, however long that is")
    void keptUntilItsEnd() {
        EndedIds ended = new EndedIds(nanos::get, () -> start.plusNanos(nanos.get()));
        UUID week = UUID.randomUUID();
        UUID hour = UUID.randomUUID();
        assertThat(ended.add(week, start.plus(Duration.ofDays(7)))).isTrue();
        assertThat(ended.add(hour, start.plus(Duration.ofHours(1)))).isTrue();
        assertThat(ended.add(hour, start.plus(Duration.ofHours(1)))).isFalse();

        nanos.addAndGet(Duration.ofDays(6).toNanos());
        assertThat(ended.contain(week)).isTrue();
        assertThat(ended.contain(hour)).isFalse();

        nanos.addAndGet(Duration.ofDays(2).toNanos());
        assertThat(ended.contain(week)).isFalse();
    }

    @Test
    @DisplayName("reaches a stream that begins in the moment in which the last other one of the session goes")
    void watchedWhileOthersGo() throws Exception {
        Watched<Object> watched = new Watched<>();
        UUID id = UUID.randomUUID();
        AtomicBoolean lost = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int thread = 0; thread < 2; thread++) {
                threads.execute(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        Object stream = new Object();
                        watched.add(id, stream);
                        if (!watched.of(id).contains(stream)) {
                            lost.set(true);
                        }
                        watched.remove(id, stream);
                    }
                    done.countDown();
                });
            }
            done.await();
        }

        assertThat(lost).isFalse();
        assertThat(watched.of(id)).isEmpty();
    }

    @Test
    @DisplayName("is missed with a warning at once and each minute, and one word when it is heard again")
    void silence() {
        Silence silence = new Silence(nanos::get);
        assertThat(silence.over()).isFalse();
        assertThat(silence.missed()).hasValue(Duration.ZERO);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(silence.missed()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(silence.missed()).hasValue(Duration.ofMinutes(1));

        assertThat(silence.over()).isTrue();
        assertThat(silence.over()).isFalse();
        assertThat(silence.missed()).hasValue(Duration.ZERO);
    }
}
