package org.linli.registration.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ladder of stars")
class StarLadderTest {
    private static final List<Integer> HOURS = List.of(100, 300, 600, 1000, 1500);

    @Test
    void bringsAStarWithTheLastMinuteOfItsHours() {
        StarLadder ladder = new StarLadder(HOURS, false);
        assertThat(ladder.reached(100 * 60 - 1)).isZero();
        assertThat(ladder.reached(100 * 60)).isEqualTo(1);
        assertThat(ladder.reached(999 * 60)).isEqualTo(3);
        assertThat(ladder.reached(1500 * 60)).isEqualTo(5);
    }

    @Test
    void endsBelowFiveWhereTheseTakeASelection() {
        StarLadder ladder = new StarLadder(HOURS, true);
        assertThat(ladder.reached(9999 * 60)).isEqualTo(4);
        assertThat(ladder.reachesTheTop(1500 * 60 - 1)).isFalse();
        assertThat(ladder.reachesTheTop(1500 * 60)).isTrue();
    }

    @Test
    void hasFiveRungsThatRise() {
        assertThatThrownBy(() -> new StarLadder(List.of(100, 300), false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StarLadder(List.of(100, 300, 300, 1000, 1500), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
