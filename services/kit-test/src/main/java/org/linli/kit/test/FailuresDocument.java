package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code contracts/failures.md}: every refusal code in order of precedence, a section for each service. Each service
 * checks its own section; {@code -Dlinli.contracts.update=true} writes it.
 */
final class FailuresDocument {
    private static final Path FILE = Path.of(System.getProperty("linli.root", "../.."), "contracts", "failures.md");

    private FailuresDocument() {}

    /** One refusal as it stands in the document. */
    record Line(String code, int status, String sentence) {
        String markdown() {
            return "| `" + code + "` | " + status + " | " + sentence.replace("|", "\\|") + " |";
        }
    }

    static void check(String service, List<Line> lines) throws IOException {
        String begin = "<!-- " + service + " -->\n";
        String end = "<!-- /" + service + " -->";
        String document = Files.readString(FILE);
        assertThat(document)
                .as("a section " + service + " in contracts/failures.md")
                .contains(begin, end);
        StringBuilder table = new StringBuilder("| code | status | sentence |\n| --- | --- | --- |\n");
        lines.forEach(line -> table.append(line.markdown()).append('\n'));
        int from = document.indexOf(begin) + begin.length();
        int to = document.indexOf(end);
        if (Boolean.getBoolean("linli.contracts.update")) {
            Files.writeString(FILE, document.substring(0, from) + table + document.substring(to));
            return;
        }
        assertThat(document.substring(from, to))
                .as("contracts/failures.md, section " + service
                        + "; write it with -Dlinli.contracts.update=true, then read the difference")
                .isEqualTo(table.toString());
    }
}
