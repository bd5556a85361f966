package org.linli.activity.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Local policy of sign-ups; no law says these numbers.
 *
 * @param closesBefore how long before the begin nobody new signs up
 * @param offerFor how long a place that became free is kept for whoever is next
 * @param guests how many people one may bring at the most
 * @param waiting how many sign-ups may wait for one session
 * @param littleTime between two services less than this is little time
 * @param missesAllowed how many times within {@code missesWithin} bar from signing up
 * @param missesWithin how far back a miss counts
 * @param barredFor how long, counted from the last of them
 * @param appealWithin how long after a session one may say why one was not there
 */
record SignUpPolicy(
        Duration closesBefore,
        Duration offerFor,
        int guests,
        int waiting,
        Duration littleTime,
        int missesAllowed,
        Duration missesWithin,
        Duration barredFor,
        Duration appealWithin) {

    /** Until when an offer made now is kept: for the usual time, and never beyond the begin. */
    Instant offeredUntil(SessionTerms terms, Instant now) {
        Instant usual = now.plus(offerFor);
        return usual.isAfter(terms.startsAt()) ? terms.startsAt() : usual;
    }

    /** Whether somebody new may sign up, as far as time goes. */
    boolean open(Instant startsAt, Instant now) {
        return now.isBefore(startsAt.minus(closesBefore));
    }

    /**
     * Until when somebody may not sign up because of sessions missed without an accepted reason.
     *
     * @param missed when, in any order
     */
    Optional<Instant> barredUntil(List<Instant> missed, Instant now) {
        List<Instant> newest = missed.stream().sorted().toList().reversed();
        for (int first = 0; first + missesAllowed <= newest.size(); first++) {
            Instant last = newest.get(first);
            Instant until = last.plus(barredFor);
            boolean together = !newest.get(first + missesAllowed - 1).isBefore(last.minus(missesWithin));
            if (together && now.isBefore(until)) {
                return Optional.of(until);
            }
        }
        return Optional.empty();
    }
}
