package org.linli.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentRateTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void what_was_there_at_once_promises_nothing_of_the_rest() {
        RecentRate rate = new RecentRate(0);
        double now = rate.at(5 * SECOND, 1_000_000);

        for (int line = 2; line <= 40; line++) {
            now = rate.at(line * 5 * SECOND, 1_000_000 + line * 50);
        }

        assertThat(now).isCloseTo(10, within(1.0));
    }
}
