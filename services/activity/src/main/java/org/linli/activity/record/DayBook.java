package org.linli.activity.record;

import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;

/**
 * What is already counted for a person, beside the entry in question and the one it replaces.
 *
 * @param minutes confirmed minutes of the same day (Asia/Shanghai, the day on which service began)
 * @param overlaps whether a confirmed entry of any day covers some of the same time
 */
record DayBook(int minutes, boolean overlaps) {

    /** Whether so many more minutes may be counted by this authority. */
    Outcome<Integer> admit(int more, DayGates gates, Authority authority) {
        return overlaps
                ? Outcome.refused(ActivityRefusal.TIMES_OVERLAP)
                : gates.pass(Math.addExact(minutes, more), authority);
    }
}
