package org.linli.kit.test.tidy;

import java.nio.file.Path;

/** One place that breaks a habit, and what to do instead. */
record Violation(Path file, long line, String what, String instead) implements Comparable<Violation> {

    @Override
    public int compareTo(Violation other) {
        int byFile = file.compareTo(other.file);
        return byFile == 0 ? Long.compare(line, other.line) : byFile;
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + what + " → " + instead;
    }
}
