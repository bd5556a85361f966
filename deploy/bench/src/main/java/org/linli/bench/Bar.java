package org.linli.bench;

/** What a figure must reach. Sealed, so that a new kind of bar is judged and written everywhere. */
sealed interface Bar {
    /** At least this much, limit included. */
    record AtLeast(double limit) implements Bar {}

    /** At most this much, limit included. */
    record AtMost(double limit) implements Bar {}

    /** Shown, not judged: a yardstick, or something that explains a figure. */
    record Shown() implements Bar {}

    /** Whether the value reaches it. */
    default Verdict judge(double value) {
        return switch (this) {
            case AtLeast bar -> value >= bar.limit() ? Verdict.PASS : Verdict.FAIL;
            case AtMost bar -> value <= bar.limit() ? Verdict.PASS : Verdict.FAIL;
            case Shown bar -> Verdict.SHOWN;
        };
    }

    /** The bar as it stands in the table. */
    default String words() {
        return switch (this) {
            case AtLeast bar -> "≥ " + Numbers.text(bar.limit());
            case AtMost bar -> "≤ " + Numbers.text(bar.limit());
            case Shown bar -> "";
        };
    }
}
