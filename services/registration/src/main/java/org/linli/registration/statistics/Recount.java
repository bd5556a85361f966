package org.linli.registration.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a recount of the figures found.
 *
 * @param sound whether the kept figures are right (now, if they were repaired)
 * @param rowsCompared rows that are kept or should be
 * @param differenceCount figures that were wrong
 * @param repaired whether the recounted figures took the place of the wrong ones
 * @param minutes everything that is kept as counted, over all divisions; activity keeps the same hours by place
 * @param differences the first of the wrong figures
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
     * A figure that was wrong. Figures of one person stand without a name or an id.
     *
     * @param table where it is kept
     * @param division community; absent for the figures of one person
     * @param kept what was kept
     * @param counted what was counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(String table, String division, String period, String figure, long kept, long counted) {}
}
