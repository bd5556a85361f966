package org.linli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what the code says with what is committed; {@code -Dlinli.contracts.update=true} writes it instead. */
final class Committed {
    static final Path FOLDER = Path.of(System.getProperty("linli.root", ".."), "contracts");
    static final boolean UPDATE = Boolean.getBoolean("linli.contracts.update");

    private Committed() {}

    static void check(String file, String content) throws IOException {
        Path path = FOLDER.resolve(file);
        if (UPDATE) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        }
        assertThat(path)
                .as("export it with: mvn -pl contracts test -Dlinli.contracts.update=true, then read the difference")
                .exists()
                .hasContent(content);
    }
}
