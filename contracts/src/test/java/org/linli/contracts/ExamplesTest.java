package org.linli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden examples: one at least for each type, never changed once released, and every one reads for ever. */
class ExamplesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static Stream<String> types() {
        return EventCatalog.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleEverPublishedStillReads(String type) throws IOException {
        // Given
        List<Path> examples = examples(type);
        // When, then
        assertThat(examples).as("golden examples of " + type).isNotEmpty();
        for (Path example : examples) {
            JsonNode published = JSON.readTree(Files.readString(example));
            Event read = JSON.treeToValue(published, EventCatalog.find(type).orElseThrow());
            JsonNode again = JSON.valueToTree(read);
            published
                    .properties()
                    .forEach(field -> assertThat(again.get(field.getKey()))
                            .as("%s in %s", field.getKey(), example.getFileName())
                            .isNotNull());
            assertThat(read.state()).as("state in %s", example).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleFitsTheSchema(String type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventSchemas.of(type).toString(), InputFormat.JSON);
        for (Path example : examples(type)) {
            assertThat(schema.validate(Files.readString(example), InputFormat.JSON))
                    .as("%s against its schema", example)
                    .isEmpty();
        }
    }

    private static List<Path> examples(String type) throws IOException {
        Path folder = Committed.FOLDER.resolve("examples").resolve(type);
        if (Committed.UPDATE && !Files.exists(folder)) {
            Files.createDirectories(folder);
            Object sample = Samples.of(EventCatalog.find(type).orElseThrow());
            Files.writeString(
                    folder.resolve("1.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample) + "\n");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
