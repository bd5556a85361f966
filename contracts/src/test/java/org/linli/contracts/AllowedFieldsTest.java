package org.linli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No personal data in events: a field travels only if somebody wrote down why it may. */
class AllowedFieldsTest {
    @Test
    void everyFieldOfEveryEventIsOnTheAllowList() throws IOException {
        // Given
        Set<String> allowed = Files.readAllLines(Committed.FOLDER.resolve("allowed-fields.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        // When
        Set<String> used = new TreeSet<>();
        EventCatalog.types().forEach(type -> collect(EventCatalog.find(type).orElseThrow(), used));
        // Then
        assertThat(used)
                .as("a new field needs a line in contracts/allowed-fields.txt that says why it is not personal")
                .isSubsetOf(allowed);
        assertThat(allowed)
                .as("lines in allowed-fields.txt that no event needs")
                .isSubsetOf(used);
    }

    @Test
    void everyAllowedFieldSaysWhy() throws IOException {
        assertThat(Files.readAllLines(Committed.FOLDER.resolve("allowed-fields.txt")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).matches("[a-zA-Z]+\\s+\\S.{5,}"));
    }

    @Test
    void whatIsForTheServicesOnlyIsMarkedSo() throws IOException {
        // Given
        Set<String> inside = Files.readAllLines(Committed.FOLDER.resolve("allowed-fields.txt")).stream()
                .filter(line -> line.matches("[a-zA-Z]+\\s+inside only: .*"))
                .map(line -> line.split("\\s+", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        // When
        Set<String> marked = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        EventCatalog.types().forEach(type -> divide(EventCatalog.find(type).orElseThrow(), marked, open));
        // Then
        assertThat(marked).as("fields with @Inside").isEqualTo(inside);
        assertThat(open).as("fields that districts receive").doesNotContainAnyElementsOf(inside);
    }

    private static void divide(Class<?> record, Set<String> marked, Set<String> open) {
        for (RecordComponent component : record.getRecordComponents()) {
            (component.isAnnotationPresent(Inside.class) ? marked : open).add(component.getName());
            if (component.getType().isRecord()) {
                divide(component.getType(), marked, open);
            }
        }
    }

    private static void collect(Class<?> record, Set<String> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            if (component.getType().isRecord()) {
                collect(component.getType(), names);
            }
            if (component.getGenericType() instanceof ParameterizedType list) {
                for (Type element : list.getActualTypeArguments()) {
                    if (element instanceof Class<?> type && type.isRecord()) {
                        collect(type, names);
                    }
                }
            }
        }
    }
}
