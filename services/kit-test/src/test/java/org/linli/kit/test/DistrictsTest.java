package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistrictsTest {

    /** Two tests in one city found each other's communities below it. */
    @Test
    void noTwoTestsLiveInOneCity() {
        List<String> cities = Stream.generate(Districts::another)
                .limit(1_000)
                .map(digits -> digits.substring(0, 4))
                .toList();

        assertThat(cities).doesNotHaveDuplicates();
    }
}
