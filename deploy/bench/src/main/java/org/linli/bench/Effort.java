package org.linli.bench;

import java.time.Duration;

/**
 * How much time each measurement gets.
 *
 * @param repetitions of everything
 * @param throughput of one measurement of a rate
 * @param latency of one measurement of a distribution
 * @param backlog messages of one measurement through a running service
 */
record Effort(int repetitions, Duration throughput, Duration latency, int backlog) {
    static final Effort FULL = new Effort(3, Duration.ofSeconds(5), Duration.ofSeconds(10), 20_000);
    static final Effort QUICK = new Effort(3, Duration.ofSeconds(1), Duration.ofMillis(1500), 3_000);
}
