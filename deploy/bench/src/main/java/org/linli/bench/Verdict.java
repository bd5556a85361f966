package org.linli.bench;

/** What became of a line of the table. */
enum Verdict {
    PASS("pass"),
    FAIL("FAIL"),
    /** A figure without a bar. */
    SHOWN(""),
    /** Not measured, not to the end, or not so that it could be judged; the line says why. */
    MISSING("-");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
