package org.linli.notification.feed;

import org.linli.kit.Outcome;

/** Carries a refusal out of a stream that has not begun: its answer is the problem. */
final class FeedRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: it lives for the length of one call
    private final Outcome.Refused<?> refused;

    FeedRefused(Outcome.Refused<?> refused) {
        super(null, null, false, false);
        this.refused = refused;
    }

    /** What was done, for a stream to begin with. */
    static <T> T unlessDone(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new FeedRefused(refused);
        };
    }

    Outcome.Refused<?> refused() {
        return refused;
    }
}
