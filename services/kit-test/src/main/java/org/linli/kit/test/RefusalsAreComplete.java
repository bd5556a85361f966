package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.Refusal;

/** Every refusal of a service has a code of its own, a status and a sentence in each language. Needs no Quarkus. */
public abstract class RefusalsAreComplete {

    /** All refusals of the service: {@code List.of(ActivityRefusal.values())}. */
    protected abstract List<? extends Refusal> refusals();

    /** Name of the texts before {@code .properties} and {@code _zh_CN.properties}. */
    protected String bundle() {
        return "problems";
    }

    @Test
    @DisplayName("Codes are unique and in kebab case, statuses are those of a refusal")
    public void codesAndStatusesAreInOrder() {
        assertThat(refusals())
                .extracting(Refusal::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+[a-z0-9]*(-[a-z0-9]+)*"));
        assertThat(refusals())
                .allSatisfy(refusal ->
                        assertThat(refusal.status()).as(refusal.code()).isBetween(400, lastStatus()));
    }

    @Test
    @DisplayName("Every refusal has a sentence in English and in Chinese, and no sentence is left over")
    public void everyRefusalHasASentenceInEachLanguage() {
        Set<String> codes = refusals().stream().map(Refusal::code).collect(Collectors.toCollection(TreeSet::new));
        Properties english = texts(bundle() + ".properties");
        Properties chinese = texts(bundle() + "_zh_CN.properties");
        assertThat(english.stringPropertyNames()).as("English sentences").containsExactlyInAnyOrderElementsOf(codes);
        assertThat(chinese.stringPropertyNames()).as("Chinese sentences").containsExactlyInAnyOrderElementsOf(codes);
        assertThat(english.values())
                .as("English sentences")
                .allMatch(text -> !text.toString().matches(".*\\p{IsHan}.*"));
        assertThat(chinese.values())
                .as("Chinese sentences")
                .allMatch(text -> text.toString().matches(".*\\p{IsHan}.*"));
    }

    @Test
    @DisplayName("Both languages say the same values")
    public void bothLanguagesSayTheSameValues() {
        Properties english = texts(bundle() + ".properties");
        Properties chinese = texts(bundle() + "_zh_CN.properties");
        assertThat(english.stringPropertyNames())
                .allSatisfy(code -> assertThat(placeholders(english.getProperty(code)))
                        .as("values in the sentences of " + code)
                        .isEqualTo(placeholders(chinese.getProperty(code, ""))));
    }

    @Test
    @DisplayName("contracts/failures.md lists them in this order of precedence")
    public void failuresMdListsThemInThisOrder() throws IOException {
        String service = refusals().getFirst().getClass().getPackageName().split("\\.")[2];
        Properties english = texts(bundle() + ".properties");
        FailuresDocument.check(
                service,
                refusals().stream()
                        .map(refusal -> new FailuresDocument.Line(
                                refusal.code(), refusal.status(), english.getProperty(refusal.code())))
                        .toList());
    }

    /** Only the kit may say 5xx. */
    protected int lastStatus() {
        return 499;
    }

    private static Set<String> placeholders(String sentence) {
        return Pattern.compile("\\{\\w+}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            assertThat(stream).as("The texts " + file).isNotNull();
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
