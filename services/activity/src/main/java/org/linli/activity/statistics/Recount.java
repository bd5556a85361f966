package org.linli.activity.statistics;

import java.util.List;

/**
 * The kept statistics beside a new count.
 *
 * @param sound whether they agree now: they did, or were repaired
 * @param rowsCompared lines of the kept statistics that were compared
 * @param differenceCount how many figures differ
 * @param repaired whether the new count is kept from now on
 * @param minutes everything that is kept as counted, over all divisions; registration keeps the same hours by person
 * @param differences the first hundred
 */
record Recount(
        boolean sound,
        long rowsCompared,
        long differenceCount,
        boolean repaired,
        long minutes,
        List<Difference> differences) {

    Recount {
        differences = List.copyOf(differences);
    }

    /**
     * One figure that differs.
     *
     * @param table where it is kept
     * @param division null for figures of people, who are not named
     */
    record Difference(String table, String division, String period, String figure, long kept, long counted) {}
}
