package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The next birthday that matters")
class AgeingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void isTheFourteenthTheSixteenthAndTheEighteenth() {
        assertThat(next(LocalDate.of(2014, 3, 1))).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(next(LocalDate.of(2012, 11, 23))).isEqualTo(LocalDate.of(2028, 11, 23));
        assertThat(next(LocalDate.of(2009, 1, 1))).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void isNoneForAnAdult() {
        assertThat(next(LocalDate.of(2008, 11, 23))).isNull();
        assertThat(next(LocalDate.of(2008, 11, 24))).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void isTheFirstOfMarchForWhoWasBornOnALeapDay() {
        assertThat(next(LocalDate.of(2012, 2, 29))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(next(LocalDate.of(2016, 2, 29))).isEqualTo(LocalDate.of(2030, 3, 1));
    }

    private static LocalDate next(LocalDate birthDate) {
        return Ageing.nextBand(birthDate, TODAY);
    }
}
