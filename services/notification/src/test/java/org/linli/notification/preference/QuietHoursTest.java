package org.linli.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private final QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    // 14:00 UTC is 22:00 in Shanghai, 23:00 UTC is 07:00
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T13:59:59Z, false",
        "2026-03-02T14:00:00Z, true",
        "2026-03-02T18:00:00Z, true",
        "2026-03-02T22:59:59Z, true",
        "2026-03-02T23:00:00Z, false"
    })
    void a_night_lasts_over_midnight_in_the_time_of_the_place(Instant instant, boolean quiet) {
        assertThat(night.cover(instant)).isEqualTo(quiet);
    }

    @Test
    void what_comes_before_midnight_waits_for_the_next_morning() {
        assertThat(night.endAfter(Instant.parse("2026-03-02T15:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void what_comes_after_midnight_waits_for_the_same_morning() {
        assertThat(night.endAfter(Instant.parse("2026-03-02T20:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void what_comes_when_it_is_not_quiet_waits_for_nothing() {
        Instant morning = Instant.parse("2026-03-02T03:59:59Z");
        assertThat(noon.endAfter(morning)).isEqualTo(morning);
        assertThat(noon.endAfter(Instant.parse("2026-03-02T04:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    }

    @Test
    void hours_that_end_where_they_begin_are_none() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
