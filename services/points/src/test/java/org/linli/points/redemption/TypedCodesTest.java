package org.linli.points.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Digits typed at a till")
class TypedCodesTest {
    private static final Instant MINUTE = Instant.parse("2026-11-23T08:00:00Z");

    private final TypedCodes typed = new TypedCodes(10);
    private final UUID till = UUID.randomUUID();

    @Test
    @DisplayName("are heard ten times a minute as long as they are wrong")
    void areHeardTenTimesAMinute() {
        assertThat(begun(25, MINUTE)).isEqualTo(10);
        assertThat(typed.begin(UUID.randomUUID(), MINUTE)).as("another till").isTrue();
        assertThat(typed.begin(till, MINUTE.plusSeconds(60)))
                .as("the next minute")
                .isTrue();
    }

    @Test
    @DisplayName("do not count if they are known")
    void doNotCountIfTheyAreKnown() {
        for (int tried = 0; tried < 100; tried++) {
            assertThat(typed.begin(till, MINUTE)).isTrue();
            typed.known(till, MINUTE);
        }
    }

    @Test
    @DisplayName("count before they are judged: many at once are no way around it")
    void countBeforeTheyAreJudged() {
        long begun = IntStream.range(0, 1000)
                .parallel()
                .filter(tried -> typed.begin(till, MINUTE))
                .count();
        assertThat(begun).isEqualTo(10);
    }

    private long begun(int tries, Instant when) {
        return IntStream.range(0, tries)
                .filter(tried -> typed.begin(till, when))
                .count();
    }
}
