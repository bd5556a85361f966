package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.checkin.Tries.Try;

@DisplayName("Tries of digits")
class TriesTest {
    private static final Instant MINUTE = Instant.parse("2026-03-02T04:00:00Z");
    private final Tries tries = new Tries(2);
    private final UUID volunteer = UUID.randomUUID();

    @Test
    void areOverAfterTheLastAllowedMistakeEvenForRightOnes() {
        assertThat(wrong(MINUTE)).isEqualTo(Try.WRONG);
        assertThat(wrong(MINUTE.plusSeconds(10))).isEqualTo(Try.WRONG);
        assertThat(right(MINUTE.plusSeconds(59))).isEqualTo(Try.TOO_MANY);
    }

    @Test
    void beginAnewWithTheNextMinute() {
        wrong(MINUTE);
        wrong(MINUTE);
        assertThat(right(MINUTE.plusSeconds(60))).isEqualTo(Try.RIGHT);
    }

    @Test
    void areCountedForEachVolunteer() {
        wrong(MINUTE);
        wrong(MINUTE);
        assertThat(tries.once(UUID.randomUUID(), MINUTE, () -> true)).isEqualTo(Try.RIGHT);
    }

    @Test
    void areNotUsedUpByRightOnes() {
        for (int count = 0; count < 10; count++) {
            assertThat(right(MINUTE)).isEqualTo(Try.RIGHT);
        }
    }

    private Try wrong(Instant at) {
        return tries.once(volunteer, at, () -> false);
    }

    private Try right(Instant at) {
        return tries.once(volunteer, at, () -> true);
    }
}
