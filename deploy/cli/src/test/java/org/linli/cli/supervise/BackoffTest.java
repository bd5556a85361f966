package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void pauses_double_up_to_half_a_minute() {
        Duration last = Duration.ZERO;
        for (int start = 0; start < 20; start++) {
            Duration pause = backoff.afterRunning(Duration.ofSeconds(1));
            assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofSeconds(30));
            last = pause;
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void who_ran_for_a_minute_starts_anew() {
        backoff.afterRunning(Duration.ofSeconds(1));
        backoff.afterRunning(Duration.ofSeconds(1));

        assertThat(backoff.afterRunning(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(500));
    }
}
