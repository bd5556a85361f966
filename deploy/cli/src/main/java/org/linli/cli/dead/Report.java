package org.linli.cli.dead;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.cli.Screen;

/** What is printed of letters and of what came of them. */
final class Report {
    private static final List<String> GROUPS =
            List.of("GROUP", "LETTERS", "SUBJECTS", "CHANNEL", "TYPE", "CAUSE", "FIRST", "LAST");
    private static final List<String> LETTERS =
            List.of("LETTER", "STATE", "TYPE", "SUBJECT", "CAUSE", "TRIED", "FIRST", "LAST");
    private static final List<String> RESULTS = List.of("LETTER", "RESULT", "WHAT");

    private final List<List<String>> rows = new ArrayList<>();

    private Report(List<String> columns) {
        rows.add(columns);
    }

    static Report ofGroups() {
        return new Report(GROUPS);
    }

    static Report ofLetters() {
        return new Report(LETTERS);
    }

    static Report ofResults() {
        return new Report(RESULTS);
    }

    void group(String service, JsonNode group) {
        rows.add(List.of(
                service + "/" + group.path("group").asText(),
                group.path("letters").asText(),
                group.path("subjects").asText(),
                group.path("channel").asText(),
                text(group.path("type")),
                cause(group.path("cause")),
                second(group.path("firstFailedAt")),
                second(group.path("lastFailedAt"))));
    }

    void letter(String service, JsonNode letter) {
        rows.add(List.of(
                service + "/" + letter.path("id").asText(),
                letter.path("state").asText(),
                text(letter.path("type")),
                text(letter.path("subject")),
                cause(letter.path("cause")),
                letter.path("attempts").asText(),
                second(letter.path("firstFailedAt")),
                second(letter.path("lastFailedAt"))));
    }

    void result(String service, JsonNode result) {
        rows.add(List.of(
                service + "/" + result.path("letter").asText(),
                result.path("result").asText(),
                what(service, result)));
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    void print(Screen screen) {
        screen.table(rows);
    }

    /** How many of each result, in one line. */
    static String sum(List<JsonNode> results) {
        Map<String, Long> counts = results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.path("result").asText(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Whether every one of them has one of these results. */
    static boolean areAll(List<JsonNode> results, String... wanted) {
        return results.stream()
                .allMatch(
                        result -> List.of(wanted).contains(result.path("result").asText()));
    }

    private static String what(String service, JsonNode result) {
        if (result.has("cause")) {
            return cause(result.path("cause"));
        }
        if (result.has("behind")) {
            return "behind " + service + "/" + result.path("behind").asText();
        }
        return result.has("effects") ? effects(result.path("effects")) : "";
    }

    private static String effects(JsonNode effects) {
        List<String> words = new ArrayList<>();
        effects.forEach(effect -> {
            count(words, effect, "inserted", "new");
            count(words, effect, "updated", "changed");
            count(words, effect, "deleted", "gone");
        });
        return words.isEmpty() ? "changes nothing: known already, or something newer" : String.join(", ", words);
    }

    private static void count(List<String> words, JsonNode effect, String field, String word) {
        if (effect.path(field).asLong() > 0) {
            words.add(effect.path("table").asText() + " " + effect.path(field).asText() + " " + word);
        }
    }

    static String cause(JsonNode cause) {
        return cause.path("kind").asText() + ": " + cause.path("text").asText();
    }

    private static String text(JsonNode value) {
        return value.asText("").isEmpty() ? "-" : value.asText();
    }

    private static String second(JsonNode instant) {
        return instant.asText().replaceFirst("\\.\\d+Z$", "Z");
    }
}
