package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    @TempDir
    private Path directory;

    /** Another program that wants the same turn. */
    static final class Other {
        public static void main(String[] arguments) {
            try (Turn turn = Turn.take(Path.of(arguments[0]), () -> System.out.println("waiting"))) {
                System.out.println("mine");
            }
        }
    }

    @Test
    void a_second_program_says_that_it_waits_and_goes_on_when_the_first_is_done() throws Exception {
        // Given a turn that is taken
        Path lock = directory.resolve("run/start.lock");
        Process other;
        BufferedReader words;
        try (Turn mine = Turn.take(lock, () -> {})) {
            // When another program wants it
            other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            lock.toString())
                    .redirectErrorStream(true)
                    .start();
            words = other.inputReader();
            // Then it says so and waits
            assertThat(words.readLine()).isEqualTo("waiting");
            assertThat(words.ready()).isFalse();
            assertThat(other.isAlive()).isTrue();
        }
        // And has its turn afterwards
        assertThat(words.readLine()).isEqualTo("mine");
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void nobody_waits_for_a_turn_that_is_free() {
        Path lock = directory.resolve("free.lock");

        try (Turn turn = Turn.take(lock, () -> {
            throw new AssertionError("nobody has it");
        })) {
            assertThat(lock).exists();
        }
    }
}
