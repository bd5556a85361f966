package org.linli.bench;

/**
 * One line of the table.
 *
 * @param row number of the row in the list of bars; 0 for yardsticks
 * @param what what was measured
 * @param unit of the measured figure
 * @param measured the figure; null if it was not measured
 * @param judged what is held against the bar: the figure itself, or what it is beside its yardstick; null if not
 * @param judgedAs unit of that, for example {@code × Y1}
 * @param bar what it must reach
 * @param load load averages of the machine around the measurements: lowest and highest; null if not measured
 * @param remark why it is not judged, and what one should know; may be empty
 */
record Line(
        int row,
        String what,
        String unit,
        Series measured,
        Series judged,
        String judgedAs,
        Bar bar,
        Series load,
        String remark) {

    Verdict verdict() {
        return judged == null ? Verdict.MISSING : bar.judge(judged.median());
    }
}
