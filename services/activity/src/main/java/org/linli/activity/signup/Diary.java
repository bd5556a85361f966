package org.linli.activity.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What else somebody has promised, and did not keep.
 *
 * @param signedUp whether there is a sign-up for the same session already
 * @param promised other sessions with a place, and orders that were accepted
 * @param missed when sessions were missed without an accepted reason
 */
record Diary(boolean signedUp, List<Promise> promised, List<Instant> missed) {
    Diary {
        promised = List.copyOf(promised);
        missed = List.copyOf(missed);
    }

    /** What one may have promised to do. */
    enum Kind {
        SESSION,
        REQUEST
    }

    /** Something promised for a time. */
    record Promise(Kind kind, UUID id, Instant from, Instant until) {

        boolean overlaps(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(until);
        }
    }

    /** The same without what is promised for a session that is given away. */
    Diary without(UUID session) {
        return new Diary(
                signedUp,
                promised.stream()
                        .filter(promise -> !promise.id().equals(session))
                        .toList(),
                missed);
    }

    /** The first thing that takes place at the same time. */
    Optional<Promise> overlapping(Instant start, Instant end) {
        return promised.stream().filter(promise -> promise.overlaps(start, end)).findFirst();
    }

    /** The first thing that leaves less than this time on the way to it or from it, and does not overlap. */
    Optional<Promise> close(Instant start, Instant end, Duration time) {
        return promised.stream()
                .filter(promise -> !promise.overlaps(start, end))
                .filter(promise -> promise.overlaps(start.minus(time), end.plus(time)))
                .findFirst();
    }
}
