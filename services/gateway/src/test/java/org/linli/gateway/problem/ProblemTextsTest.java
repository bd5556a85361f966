package org.linli.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The words of refusals")
class ProblemTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("every code has a title and a sentence in each language, and there are no others")
    void textsAreComplete(Language language) throws Exception {
        Properties texts = new Properties();
        try (var file = getClass().getResourceAsStream("/problems/" + language.tag() + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        var expected = Arrays.stream(ProblemCode.values())
                .flatMap(code -> Stream.of(code.code() + ".title", code.code() + ".detail"))
                .toList();

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|CHINESE",
                "''|CHINESE",
                "en|ENGLISH",
                "en-US,en;q=0.9|ENGLISH",
                "zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
                "fr,en;q=0.5|ENGLISH",
                "fr|CHINESE",
                "*|CHINESE",
                ";;;q=x|CHINESE"
            })
    @DisplayName("Chinese unless the caller prefers English")
    void languageOfTheCaller(String header, Language expected) {
        assertThat(Language.of(header)).isEqualTo(expected);
    }
}
