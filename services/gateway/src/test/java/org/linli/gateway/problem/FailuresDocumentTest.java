package org.linli.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The gateway's section of contracts/failures.md")
class FailuresDocumentTest {
    private static final String BEGIN = "<!-- gateway -->\n";
    private static final String END = "<!-- /gateway -->";

    @Test
    @DisplayName("lists its codes in order of precedence")
    void listsItsCodesInOrderOfPrecedence() throws Exception {
        // Given
        Path file = Path.of(System.getProperty("linli.root", "../.."), "contracts", "failures.md");
        String document = Files.readString(file);
        String table = table();
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        // When
        if (Boolean.getBoolean("linli.contracts.update")) {
            Files.writeString(file, document.substring(0, from) + table + document.substring(to));
            return;
        }
        // Then
        assertThat(document.substring(from, to))
                .as("write it with -Dlinli.contracts.update=true, then read the difference")
                .isEqualTo(table);
    }

    private static String table() throws Exception {
        Properties english = new Properties();
        try (var file = FailuresDocumentTest.class.getResourceAsStream("/problems/en.properties")) {
            english.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        StringBuilder table = new StringBuilder("| code | status | sentence |\n| --- | --- | --- |\n");
        for (ProblemCode code : ProblemCode.values()) {
            table.append("| `%s` | %d | %s |%n"
                    .formatted(code.code(), code.status(), english.getProperty(code.code() + ".detail")));
        }
        return table.toString();
    }
}
