package org.linli.registration.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A share")
class SharesTest {

    @Test
    void hasFourDecimalsAsInTheReportOfKunming() {
        assertThat(VolunteerFigures.share(1_500_000, 8_513_053L)).isEqualByComparingTo("0.1762");
        assertThat(VolunteerFigures.share(993_383, 1_500_000L)).isEqualByComparingTo("0.6623");
    }

    @Test
    void isAbsentWithoutAWhole() {
        assertThat(VolunteerFigures.share(0, 0L)).isNull();
        assertThat(VolunteerFigures.share(3, null)).isNull();
    }
}
