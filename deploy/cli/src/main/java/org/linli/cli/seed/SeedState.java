package org.linli.cli.seed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.linli.cli.LinliHome;
import org.linli.cli.Refusal;

/**
 * What the command remembers of a city, in {@code LINLI_HOME/seed}: its terms, the figures before it began, the ids of
 * people, and which batches are done.
 */
final class SeedState {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;

    SeedState(LinliHome home) {
        directory = home.root().resolve("seed");
        try {
            LinliHome.createPrivate(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What is kept between two starts. */
    private record Kept(String terms, Map<String, Long> before) {}

    /**
     * The figures that the city had before the first start with these terms; another city's terms are refused.
     *
     * @param read reads them now, for the first start
     */
    Map<String, Long> before(Terms terms, Supplier<Map<String, Long>> read) {
        Path file = directory.resolve("terms.json");
        try {
            if (!Files.exists(file)) {
                Kept kept = new Kept(terms.toString(), new TreeMap<>(read.get()));
                LinliHome.writeAtomically(file, JSON.writeValueAsString(kept));
                return kept.before();
            }
            Map<String, Object> kept = JSON.readValue(Files.readString(file), new TypeReference<>() {});
            if (!terms.toString().equals(kept.get("terms"))) {
                throw new Refusal("This city is being built with other terms (" + kept.get("terms")
                        + "); ./linli reset forgets it.");
            }
            return JSON.convertValue(kept.get("before"), new TypeReference<TreeMap<String, Long>>() {});
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The day on which the city began to be built; remembered, so that whatever is sent again is the same. */
    LocalDate begun() {
        Path file = directory.resolve("begun");
        try {
            if (!Files.exists(file)) {
                LinliHome.writeAtomically(
                        file, LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
            }
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    PeopleFile people() {
        return new PeopleFile(directory.resolve("people.bin"));
    }

    Marks marks(String stage) {
        return new Marks(directory.resolve(stage + ".done"));
    }
}
