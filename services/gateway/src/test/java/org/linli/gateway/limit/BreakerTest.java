package org.linli.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breaker")
class BreakerTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(1), nanos::get);

    @Test
    @DisplayName("lets all calls through until several in a row failed")
    void opensAfterSeveral() {
        breaker.failed();
        breaker.failed();
        breaker.answered();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.lets()).isTrue();

        breaker.failed();

        assertThat(breaker.lets()).isFalse();
    }

    @Test
    @DisplayName("that opens in the moment in which an answer comes is closed by the next answer")
    void answerBetween() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Breaker raced = new Breaker(1, Duration.ofSeconds(1), () -> {
            meanwhile.getAndSet(() -> {}).run();
            return nanos.get();
        });
        meanwhile.set(raced::answered);
        raced.failed();
        assertThat(raced.lets()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(raced.lets()).isTrue();
        raced.answered();

        assertThat(raced.lets()).isTrue();
        assertThat(raced.lets()).isTrue();
    }

    @Test
    @DisplayName("lets one call through in each of its times, and all once that one is answered")
    void oneToSee() {
        breaker.failed();
        breaker.failed();
        breaker.failed();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
        breaker.failed();
        assertThat(breaker.lets()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(breaker.lets()).isTrue();
        breaker.answered();

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isTrue();
    }
}
