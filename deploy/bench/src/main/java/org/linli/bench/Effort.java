package org.linli.bench;

import java.time.Duration;

/**
 * How much time each measurement gets.
 *
 * @param repetitions of everything
 * @param throughput of one measurement of a rate
 * @param latency of one measurement of a distribution
 * @param backlog messages of one measurement through a running service
 * @param unjudgedOnce whether what nothing is held against, and which is held against nothing, is measured only once
 */
record Effort(int repetitions, Duration throughput, Duration latency, int backlog, boolean unjudgedOnce) {
    static final Effort FULL = new Effort(3, Duration.ofSeconds(5), Duration.ofSeconds(10), 20_000, false);
    static final Effort QUICK = new Effort(2, Duration.ofSeconds(1), Duration.ofMillis(1500), 2_000, true);
}
