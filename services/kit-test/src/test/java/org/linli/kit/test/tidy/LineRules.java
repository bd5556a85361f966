package org.linli.kit.test.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be seen without understanding Java: lengths, leftovers, secrets. */
final class LineRules {

    private static final int LINE_COLUMNS = 120;
    private static final int FILE_LINES = 400;

    // put together here, so that this file does not accuse itself
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}"
            + "|\\beyJ[A-Za-z0-9_-]{16,}\\.eyJ[A-Za-z0-9_-]{16,}\\."
            + "|(?i)\\b(password|secret|api_?key|private_?key)\\s*=\\s*\"[^\"{}$\\s]{12,}\"");

    private LineRules() {}

    static List<Violation> check(SourceFile file) {
        List<Violation> found = new ArrayList<>();
        if (file.lines().size() > FILE_LINES) {
            found.add(new Violation(
                    file.path(),
                    FILE_LINES + 1,
                    "file of " + file.lines().size() + " lines",
                    "give one of the things it does a file of its own (at most " + FILE_LINES + ")"));
        }
        for (int index = 0; index < file.lines().size(); index++) {
            checkLine(file, index + 1, file.lines().get(index), found);
        }
        return found;
    }

    private static void checkLine(SourceFile file, int number, String line, List<Violation> found) {
        int columns = line.codePointCount(0, line.length());
        if (columns > LINE_COLUMNS) {
            found.add(new Violation(
                    file.path(), number, "line of " + columns + " columns", "break it (at most " + LINE_COLUMNS + ")"));
        }
        if (LEFTOVER.matcher(line).find()) {
            found.add(new Violation(file.path(), number, "a leftover mark", "do it now, or file an issue"));
        }
        if (SECRET.matcher(line).find()) {
            found.add(new Violation(
                    file.path(),
                    number,
                    "something that looks like a secret",
                    "read it from the configuration, generate it in the test"));
        }
    }
}
