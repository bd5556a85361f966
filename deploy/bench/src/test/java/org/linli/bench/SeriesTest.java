package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void theMedianOfThreeIsTheOneInTheMiddleWhateverTheirOrder() {
        assertThat(Series.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(Series.of(1, 4).median()).isEqualTo(2.5);
    }

    @Test
    void theRangeGoesFromTheLeastToTheMost() {
        Series series = Series.of(3, 1, 2);
        assertThat(series.least()).isEqualTo(1);
        assertThat(series.most()).isEqualTo(3);
    }

    @Test
    void figuresAreHeldAgainstTheirYardstickRepetitionByRepetition() {
        // Given a machine that was half as fast in the second repetition
        Series figure = Series.of(100, 50);
        Series yardstick = Series.of(50, 25);
        // Then the ratio is the same in both
        assertThat(figure.per(yardstick).values()).containsExactly(2.0, 2.0);
        assertThat(figure.above(yardstick).values()).containsExactly(50.0, 25.0);
    }

    @Test
    void aRepetitionThatOnlyOneOfThemHasIsNotHidden() {
        assertThatThrownBy(() -> Series.of(6, 8, 10).per(Series.of(2, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeriesWithoutValuesIsRefused() {
        assertThatThrownBy(() -> new Series(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
