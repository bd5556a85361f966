package org.linli.registration.star;

import java.util.List;

/**
 * How many recorded hours bring how many stars.
 *
 * @param hours for one star, two stars and so on, ascending
 * @param fiveBySelection whether hours alone do not bring the last one
 */
record StarLadder(List<Integer> hours, boolean fiveBySelection) {
    static final int MOST = 5;
    private static final int MINUTES = 60;

    StarLadder {
        hours = List.copyOf(hours);
        if (hours.size() != MOST
                || !hours.equals(hours.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("linli.registration.stars.ladder needs five ascending numbers of hours");
        }
    }

    /** The stars that hours alone bring. */
    int reached(long minutes) {
        return (int) rungs().stream().filter(rung -> minutes >= rung).count();
    }

    /** Whether the hours are there for a selection. */
    boolean reachesTheTop(long minutes) {
        return minutes >= minutes(hours.getLast());
    }

    /** The minutes for each of the stars that hours alone bring. */
    List<Long> rungs() {
        return hours.stream()
                .limit(fiveBySelection ? MOST - 1 : MOST)
                .map(StarLadder::minutes)
                .toList();
    }

    static long minutes(int hours) {
        return (long) hours * MINUTES;
    }
}
