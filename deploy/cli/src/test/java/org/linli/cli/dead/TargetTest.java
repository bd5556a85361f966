package org.linli.cli.dead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TargetTest {
    private final Target.Reader reader = new Target.Reader();

    @Test
    void a_number_is_a_letter() {
        Target letter = reader.convert("points/17");

        assertThat(letter.isGroup()).isFalse();
        assertThat(letter.choice(0)).isEqualTo(Map.of("letters", List.of(17L)));
        assertThat(letter.path()).isEqualTo("/api/v1/operations/points/dead-letters/17");
    }

    @Test
    void a_name_is_a_group_which_is_taken_page_by_page() {
        Target group = reader.convert("activity/g3fa94c1b22d0");

        assertThat(group.isGroup()).isTrue();
        assertThat(group.choice(40)).isEqualTo(Map.of("group", "g3fa94c1b22d0", "after", 40L));
        assertThat(group).hasToString("activity/g3fa94c1b22d0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "points", "points/", "points/x", "gateway/17", "points/g3fa", "points/17/18", ""})
    void anything_else_is_told_what_it_should_be(String typed) {
        assertThatThrownBy(() -> reader.convert(typed))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("./linli dead groups");
    }
}
