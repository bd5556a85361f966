package org.linli.kit.test.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.Repository;

/** What {@code docs/security.md} promises is kept by tests that exist. */
@DisplayName("docs/security.md")
class SecurityDocumentTest {
    /** Levels 1 and 2 of ASVS 5.0. */
    private static final Set<String> ASVS = Set.of(
            "8.1.1", "8.1.2", "8.2.1", "8.2.2", "8.2.3", "8.3.1", "8.4.1", "9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.2.2",
            "9.2.3", "9.2.4");

    private static final int GUARDS = 10;
    private static final Pattern ROW = Pattern.compile("\\| (\\d\\.\\d\\.\\d|guard \\d+) \\|(.*)\\|(.*)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern PARENT = Pattern.compile("\\bclass \\w+ extends (\\w+)");

    @Test
    @DisplayName("has a row for each requirement and each guard")
    void isComplete() throws IOException {
        Set<String> items = new TreeSet<>(ASVS);
        IntStream.rangeClosed(1, GUARDS).forEach(guard -> items.add("guard " + guard));
        assertThat(rows().keySet()).containsAll(items);
    }

    @Test
    @DisplayName("names a test that exists in each row")
    void namesTestsThatExist() throws IOException {
        Map<String, List<String>> sources = sources();
        List<String> faults = new ArrayList<>();
        rows().forEach((item, keptBy) -> {
            List<String[]> tests = testsIn(keptBy);
            if (tests.isEmpty()) {
                faults.add(item + " names no test");
            }
            tests.stream()
                    .filter(test -> sources.getOrDefault(test[0], List.of()).stream()
                            .noneMatch(source -> has(source, test[1], sources)))
                    .forEach(test -> faults.add(
                            item + " names what does not exist: " + test[0] + (test[1] == null ? "" : "." + test[1])));
        });
        assertThat(faults).isEmpty();
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Repository.root().resolve("docs/security.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(3));
            }
        }
        return rows;
    }

    private static List<String[]> testsIn(String text) {
        return TEST.matcher(text)
                .results()
                .map(test -> new String[] {test.group(1), test.group(2)})
                .toList();
    }

    /** Whether a class has that test, itself or by the rule that it extends. */
    private static boolean has(String source, String method, Map<String, List<String>> sources) {
        if (method == null || source.contains("void " + method + "(")) {
            return true;
        }
        Matcher parent = PARENT.matcher(source);
        return parent.find()
                && sources.getOrDefault(parent.group(1), List.of()).stream()
                        .anyMatch(rule -> rule.contains("void " + method + "("));
    }

    /** Texts of all classes by simple name. */
    private static Map<String, List<String>> sources() throws IOException {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        for (Path file : Sources.ofRepository(Repository.root())) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
                sources.computeIfAbsent(name.substring(0, name.length() - 5), first -> new ArrayList<>())
                        .add(Files.readString(Repository.root().resolve(file)));
            }
        }
        return sources;
    }
}
