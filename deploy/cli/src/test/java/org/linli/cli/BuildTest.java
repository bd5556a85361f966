package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final Instant BUILT = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path repository;

    private Build build;

    @BeforeEach
    void everythingIsBuilt() throws Exception {
        build = new Build(repository, new Screen(System.out, System.err, false));
        for (String application : LocalCity.APPLICATIONS) {
            write("services/" + application + "/target/quarkus-app/quarkus-run.jar", BUILT);
            write("services/" + application + "/src/main/java/Some.java", BUILT.minusSeconds(60));
        }
        write("services/kit/src/main/java/Kit.java", BUILT.minusSeconds(60));
        write("pom.xml", BUILT.minusSeconds(60));
    }

    @Test
    void nothing_is_built_again_when_no_source_is_newer() {
        assertThat(build.stale()).isEmpty();
    }

    @Test
    void a_change_in_one_service_builds_that_service() throws Exception {
        write("services/points/src/main/java/Some.java", BUILT.plusSeconds(1));

        assertThat(build.stale()).containsExactly("points");
    }

    @Test
    void a_change_in_what_all_share_builds_all() throws Exception {
        write("services/kit/src/main/java/Kit.java", BUILT.plusSeconds(1));

        assertThat(build.stale()).containsExactlyElementsOf(LocalCity.APPLICATIONS);
    }

    @Test
    void what_was_never_built_is_built() throws Exception {
        Files.delete(repository.resolve("services/gateway/target/quarkus-app/quarkus-run.jar"));

        assertThat(build.stale()).containsExactly("gateway");
    }

    @Test
    void a_change_in_a_test_builds_nothing() throws Exception {
        write("services/points/src/test/java/SomeTest.java", BUILT.plusSeconds(1));

        assertThat(build.stale()).isEqualTo(List.of());
    }

    @Test
    void the_progress_is_read_from_the_lines_of_maven() {
        assertThat(Build.moduleOf("[INFO] Building Linli points 0.1.0                    [7/8]"))
                .contains("7 of 8: Linli points");
        assertThat(Build.moduleOf("[INFO] Building jar: /somewhere/linli-kit-0.1.0.jar"))
                .isEmpty();
    }

    private void write(String name, Instant changed) throws Exception {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
