package org.linli.points.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The points of a scheme")
class SchemeTest {
    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

    @Test
    @DisplayName("last for ever, to the end of the year or for years, by the days of the place")
    void endAsTheSchemeSays() {
        assertThat(scheme(Expiry.NONE, null).expiresAt(LEAP_DAY)).isNull();
        // midnight in Shanghai is four in the afternoon before in UTC
        assertThat(scheme(Expiry.END_OF_YEAR, null).expiresAt(LEAP_DAY)).isEqualTo("2028-12-31T16:00:00Z");
        assertThat(scheme(Expiry.END_OF_YEAR, null).expiresAt(LocalDate.of(2026, 12, 31)))
                .isEqualTo("2026-12-31T16:00:00Z");
        assertThat(scheme(Expiry.YEARS, 2).expiresAt(LocalDate.of(2026, 11, 23)))
                .as("the anniversary still counts")
                .isEqualTo("2028-11-23T16:00:00Z");
        assertThat(scheme(Expiry.YEARS, 1).expiresAt(LEAP_DAY)).isEqualTo("2029-02-28T16:00:00Z");
    }

    private static Scheme scheme(Expiry expiry, Integer years) {
        return new Scheme(UUID.randomUUID(), "POINTS", expiry, years, 30, true, true, true, 0, 2000, 10000, 0);
    }
}
