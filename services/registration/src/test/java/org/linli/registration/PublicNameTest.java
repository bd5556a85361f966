package org.linli.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A public name")
class PublicNameTest {

    @Test
    void losesTheSpacesAroundItAndKeepsSingleOnesInside() {
        assertThat(new PublicName(" \u3000金实  老邻居 ").value()).isEqualTo("金实 老邻居");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC队", "ａｂｃ队", "abc 队", "Abc\u200b队"})
    void looksTheSameWhateverItsWidthCaseSpacesAndUnseenCharacters(String name) {
        assertThat(new PublicName(name).key()).isEqualTo("abc队");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007b", "\u001b[31m", "a\u0000b"})
    void holdsNoControlCharacters(String name) {
        assertThatThrownBy(() -> new PublicName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \u3000 ", "\u200b\u200d"})
    void isNothingWithoutSomethingToSee(String name) {
        assertThatThrownBy(() -> new PublicName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAtMostEightyCharacters() {
        assertThat(new PublicName("队".repeat(80)).value()).hasSize(80);
        assertThatThrownBy(() -> new PublicName("队".repeat(81))).isInstanceOf(IllegalArgumentException.class);
    }
}
