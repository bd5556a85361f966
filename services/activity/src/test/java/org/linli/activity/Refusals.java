package org.linli.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.linli.kit.Outcome;
import org.linli.kit.Refusal;

/** Takes outcomes apart in tests of rules. */
public final class Refusals {
    private Refusals() {}

    /** What was done; fails if it was refused. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new AssertionError("refused: " + refused);
        };
    }

    /** Expects this refusal. */
    public static void refused(Outcome<?> outcome, Refusal expected) {
        switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("done: " + done);
            case Outcome.Refused<?> refused -> assertThat(refused.refusal()).isEqualTo(expected);
        }
    }
}
