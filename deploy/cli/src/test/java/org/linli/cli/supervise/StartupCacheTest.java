package org.linli.cli.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
    @TempDir
    private Path directory;

    @Test
    void the_first_run_records_and_the_second_uses_it() throws Exception {
        // Given no cache: the first run records one
        StartupCache cache = new StartupCache(directory, "one", true);
        String recording = cache.javaOptions().getFirst();
        assertThat(recording).startsWith("-XX:AOTCacheOutput=");

        // When the JVM wrote it at its end
        Files.writeString(Path.of(recording.substring(recording.indexOf('=') + 1)), "learned");
        cache.keepRecording();

        // Then the next one uses it
        assertThat(cache.javaOptions().getFirst()).isEqualTo("-XX:AOTCache=" + directory.resolve("one.aot"));
    }

    @Test
    void a_cache_that_does_not_help_to_start_is_thrown_away_for_good() throws Exception {
        StartupCache cache = new StartupCache(directory, "one", true);
        Files.writeString(directory.resolve("one.aot"), "broken");

        cache.distrust();

        assertThat(cache.javaOptions()).isEmpty();
        assertThat(directory.resolve("one.aot")).doesNotExist();
    }

    @Test
    void caches_of_other_builds_are_removed() throws Exception {
        Files.writeString(directory.resolve("old.aot"), "");
        Files.writeString(directory.resolve("old.broken"), "");
        Files.writeString(directory.resolve("one.aot"), "");

        new StartupCache(directory, "one", true).prepare();

        assertThat(directory).isDirectoryContaining("glob:**one.aot");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void who_wants_none_gets_none() {
        assertThat(new StartupCache(directory, "one", false).javaOptions()).isEmpty();
    }
}
