package org.linli.bench;

import java.time.Duration;

/**
 * How much time each measurement gets.
 *
 * @param repetitions of everything
 * @param throughput of one measurement of a rate
 * @param latency of one measurement of a distribution
 * @param backlog messages of one measurement through a running service
 * @param crowd calls of many at the same thing
 */
record Effort(int repetitions, Duration throughput, Duration latency, int backlog, int crowd) {
    static final Effort FULL = new Effort(3, Duration.ofSeconds(5), Duration.ofSeconds(10), 20_000, 512);
    /** Once: what comes before and after a measurement takes longer than one that is as short. */
    static final Effort QUICK = new Effort(1, Duration.ofMillis(1_500), Duration.ofSeconds(2), 3_000, 96);
}
