package org.linli.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.linli.kit.Outcome;
import org.linli.kit.Refusal;

/** Reads outcomes in tests of rules. */
public final class Refusals {
    private Refusals() {}

    /** What was done; a refusal fails the test. */
    public static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    /** Fails unless the rule refused for this reason. */
    public static void assertRefused(Outcome<?> outcome, Refusal expected) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(expected));
    }
}
