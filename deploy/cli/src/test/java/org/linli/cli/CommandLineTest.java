package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private final CommandLine linli =
            Linli.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(error));

    @Test
    void an_unknown_persona_is_answered_with_those_there_are() {
        int exit = linli.execute("token", "mayor");

        assertThat(exit).isEqualTo(2);
        assertThat(error.toString()).contains("mayor").contains("volunteer-1").hasLineCount(1);
    }

    @Test
    void a_token_for_nobody_is_a_wrong_argument() {
        assertThat(linli.execute("token")).isEqualTo(2);
        assertThat(error.toString()).hasLineCount(1);
    }

    @Test
    void the_recount_explains_its_exit_codes_and_how_to_repair() {
        assertThat(linli.execute("statistics", "verify", "--help")).isZero();
        assertThat(out.toString()).contains("--repair").contains("Exit codes:").contains("could not be asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "list", "show", "try", "redrive", "discard"})
    void each_act_with_dead_letters_explains_its_exit_codes(String act) {
        assertThat(linli.execute("dead", act, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: linli dead " + act).contains("Exit codes:");
    }

    @Test
    void a_dead_letter_that_is_none_is_answered_in_one_line() {
        assertThat(linli.execute("dead", "try", "points")).isEqualTo(2);
        assertThat(error.toString()).contains("./linli dead groups").hasLineCount(1);
    }

    @Test
    void an_unknown_command_is_answered_in_one_line() {
        assertThat(linli.execute("fly")).isEqualTo(2);
        assertThat(error.toString()).contains("fly").contains("--help").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "reset", "token", "test", "mail"})
    void every_command_explains_itself_and_its_exit_codes(String command) {
        int exit = linli.execute(command, "--help");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Usage: linli " + command).contains("Exit codes:");
    }
}
