package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {
    @TempDir
    private Path directory;

    @Test
    void the_last_line_that_speaks_of_trouble_is_shown() throws Exception {
        Path log = directory.resolve("some.log");
        Files.writeString(log, "INFO starting\nERROR no database\n    at some.Class\nINFO stopped\n");

        assertThat(LastWords.of(log)).isEqualTo("ERROR no database");
    }

    @Test
    void without_trouble_it_is_the_last_line() throws Exception {
        Path log = directory.resolve("some.log");
        Files.writeString(log, "INFO starting\nINFO stopped\n\n");

        assertThat(LastWords.of(log)).isEqualTo("INFO stopped");
    }

    @Test
    void a_log_that_is_not_there_says_so() {
        assertThat(LastWords.of(directory.resolve("none.log"))).isEqualTo("its log is empty");
    }
}
