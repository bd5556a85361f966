package org.linli.cli.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the clients lived through. Thread-safe. */
final class Tally {
    private final LongAdder acts = new LongAdder();
    private final LongAdder replays = new LongAdder();
    private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();
    private final Queue<String> bugs = new ConcurrentLinkedQueue<>();
    private long lastAct = System.nanoTime();
    private Duration longestGap = Duration.ZERO;
    private boolean gapsAreOver;

    /** A POST was answered with success. */
    void acknowledged(boolean replayed) {
        acts.increment();
        if (replayed) {
            replays.increment();
        }
        pulse();
    }

    private synchronized void pulse() {
        if (gapsAreOver) {
            return;
        }
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(now - lastAct);
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
        lastAct = now;
    }

    /** A call was made once more, for that reason. */
    void retried(String reason) {
        retries.computeIfAbsent(reason, fresh -> new LongAdder()).increment();
    }

    /** An answer that no fault excuses. */
    void bug(String what) {
        bugs.add(what);
    }

    long acts() {
        return acts.sum();
    }

    /** Successes that were the first answer once more: the first had been lost on its way. */
    long replays() {
        return replays.sum();
    }

    Map<String, Long> retries() {
        Map<String, Long> counts = new TreeMap<>();
        retries.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    Queue<String> bugs() {
        return bugs;
    }

    /** The longest time in which nobody was told of a success. */
    synchronized Duration longestGap() {
        return longestGap;
    }

    /** Measures no gap any more: who is left only looks. */
    synchronized void endGaps() {
        gapsAreOver = true;
    }

    /** Begins to measure the gaps anew. */
    synchronized void beginGaps() {
        lastAct = System.nanoTime();
        longestGap = Duration.ZERO;
    }
}
