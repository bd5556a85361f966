package org.linli.cli.seed;

/**
 * How fast something goes now: the mean of a stage would promise its end in seconds for minutes, where the first half
 * was there at once.
 */
final class RecentRate {
    /** What the latest stretch counts beside all those before it. */
    private static final double SHARE = 0.3;

    private long lastNanos;
    private long lastCount;
    private double perSecond = -1;

    RecentRate(long beginNanos) {
        this.lastNanos = beginNanos;
    }

    /** The rate a second, given how many are done at a moment; more than 0. */
    double at(long nanos, long count) {
        double stretch = (count - lastCount) / Math.max((nanos - lastNanos) / 1e9, 0.001);
        perSecond = perSecond < 0 ? stretch : perSecond + SHARE * (stretch - perSecond);
        lastNanos = nanos;
        lastCount = count;
        return Math.max(perSecond, 0.001);
    }
}
