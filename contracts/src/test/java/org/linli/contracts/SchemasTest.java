package org.linli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    static Stream<String> types() {
        return EventCatalog.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theCommittedSchemaIsTheOneOfTheRecord(String type) throws IOException {
        Committed.check("schemas/" + type + ".json", EventSchemas.of(type).toPrettyString() + "\n");
    }

    static Stream<String> outsideTypes() {
        return types().filter(type -> EventCatalog.isForDistricts(type));
    }

    @ParameterizedTest
    @MethodSource("outsideTypes")
    void theSchemaForDistrictsIsTheOneOfTheRecordWithoutWhatIsInside(String type) throws IOException {
        Committed.check(
                "src/main/resources/schemas/" + type + ".json",
                EventSchemas.outside(type).toPrettyString() + "\n");
    }

    @Test
    void noSchemaIsGivenAwayOfATypeThatStaysInside() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(Committed.FOLDER.resolve("src/main/resources/schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(outsideTypes().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeNamesServiceThingFactAndVersion(String type) {
        assertThat(type).matches("linli\\.(registration|activity|points|notification)\\.[a-z-]+\\.[a-z-]+\\.v[1-9]");
    }

    @Test
    void noSchemaIsLeftOverFromATypeThatIsGone() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(Committed.FOLDER.resolve("schemas"))) {
            List<String> committed = files.map(
                            file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .sorted()
                    .toList();
            assertThat(committed)
                    .as("a published type is kept for ever; remove its schema only before the first release")
                    .containsExactlyElementsOf(EventCatalog.types());
        }
    }
}
