package org.linli.kit.test.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.Repository;

@DisplayName("The habits of style, for every Java file of the repository")
class TidyTest {

    @Test
    @DisplayName("Everything is tidy")
    void everythingIsTidy() throws IOException {
        Path root = Repository.root();
        List<SourceFile> files = Sources.parse(root, Sources.ofRepository(root));
        ClosedTypes closed = ClosedTypes.of(files);
        List<Violation> violations = files.stream()
                .flatMap(file -> Stream.concat(LineRules.check(file).stream(), TreeRules.check(file, closed).stream()))
                .sorted()
                .toList();
        assertThat(files).as("Java files in " + root).isNotEmpty();
        assertThat(violations)
                .as("Each line says where, what, and what to do instead")
                .isEmpty();
    }
}
