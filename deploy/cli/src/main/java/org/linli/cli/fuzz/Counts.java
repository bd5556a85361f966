package org.linli.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What came of all requests. */
final class Counts {
    private static final int FAULTS_OF_ONE_KIND = 3;
    private static final int SHOWN = 400;

    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final LongAdder later = new LongAdder();
    private final LongAdder notSent = new LongAdder();
    private final Map<String, List<String>> faults = new ConcurrentHashMap<>();

    void answer(Wish wish, int status) {
        byStatus.computeIfAbsent(status, first -> new LongAdder()).increment();
        answered.add(wish.operation().key());
        if (status < 300) {
            succeeded.add(wish.operation().key());
        }
    }

    /** The city asked to come back later. */
    void later(Wish wish) {
        later.increment();
    }

    /** Java's client itself refuses to send such a thing. */
    void notSent(Wish wish) {
        notSent.increment();
    }

    void fault(Wish wish, String fault) {
        List<String> known = faults.computeIfAbsent(wish.operation().key(), first -> new ArrayList<>());
        synchronized (known) {
            if (known.size() < FAULTS_OF_ONE_KIND) {
                known.add(fault.substring(0, Math.min(SHOWN, fault.length())) + "\n    after " + wish.told());
            }
        }
    }

    long requests() {
        return byStatus.values().stream().mapToLong(LongAdder::sum).sum();
    }

    int operationsAnswered() {
        return answered.size();
    }

    int operationsSucceeded() {
        return succeeded.size();
    }

    /** One line: how often which status, and how often later or nothing at all. */
    String summary() {
        return "by status " + byStatus + "; asked to come back later " + later + ", not to be sent " + notSent;
    }

    /** Each fault with the request that led to it, by operation. */
    List<String> faults() {
        List<String> all = new ArrayList<>();
        new TreeMap<>(faults).forEach((operation, some) -> some.forEach(fault -> all.add(operation + " " + fault)));
        return all;
    }
}
