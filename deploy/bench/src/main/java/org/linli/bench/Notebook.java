package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was measured, by name, one value a repetition, with the load of the machine before and after and who
 * used its processors meanwhile.
 */
final class Notebook {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, List<Double>> loads = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Map<String, String> doubts = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Set<String> apart = new HashSet<>();
    private final int repetitions;
    private final Map<String, Map<String, Double>> busy = new LinkedHashMap<>();
    private double loadBefore = load();
    private Processors processors = Processors.unseen();
    private Processors.Used usedBefore = processors.now();

    /** @param repetitions how many values a figure has when it is measured to the end */
    Notebook(int repetitions) {
        this.repetitions = repetitions;
    }

    /** From now on it is written down who keeps the processors busy. */
    void watch(Processors those) {
        processors = those;
        begin();
    }

    /** From now on the load, and the work of the processors, counts for what is noted next. */
    void begin() {
        loadBefore = load();
        usedBefore = processors.now();
    }

    /** Writes a figure down. */
    double note(String name, double value) {
        write(name, value);
        busy.put(name, processors.now().since(usedBefore));
        return value;
    }

    private void write(String name, double value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        List<Double> around = loads.computeIfAbsent(name, key -> new ArrayList<>());
        around.add(loadBefore);
        around.add(load());
    }

    /** Writes down a figure that is measured apart from the repetitions: any number of values is all of them. */
    void noteApart(String name, double value) {
        apart.add(name);
        write(name, value);
    }

    /** Why a figure that was measured cannot be relied upon; it is shown, never judged. */
    void doubt(String name, String reason) {
        doubts.putIfAbsent(name, reason);
    }

    /** Why it cannot be relied upon: repetitions are missing, or somebody said so. */
    Optional<String> doubt(String name) {
        return halfMeasured(name).or(() -> Optional.ofNullable(doubts.get(name)));
    }

    /** All doubts, by the name of the figure. */
    Map<String, String> doubts() {
        Map<String, String> all = new LinkedHashMap<>();
        values.keySet().forEach(name -> doubt(name).ifPresent(reason -> all.put(name, reason)));
        return all;
    }

    /** What whoever reads the figure should know. */
    void remark(String name, String text) {
        notes.put(name, text);
    }

    Optional<String> remark(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    /** Says so if a figure has fewer values than there were repetitions; empty if it has all, or none. */
    private Optional<String> halfMeasured(String name) {
        int count = values.getOrDefault(name, List.of()).size();
        return count == 0 || count == repetitions || apart.contains(name)
                ? Optional.empty()
                : Optional.of("only " + count + " of " + repetitions + " repetitions");
    }

    /** Why a figure, or all whose name begins so, is missing. */
    void missing(String name, String reason) {
        reasons.put(name, reason);
    }

    Optional<Series> series(String name) {
        return Optional.ofNullable(values.get(name)).map(Series::new);
    }

    /** The last value of a figure that was noted in this run. */
    double last(String name) {
        return values.get(name).getLast();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<Series> loads(String name) {
        return Optional.ofNullable(loads.get(name)).map(Series::new);
    }

    /** How many processors each part kept busy while the figure was measured last; empty if nobody looked. */
    Map<String, Double> busy(String name) {
        return busy.getOrDefault(name, Map.of());
    }

    /** Why it is missing; empty if nobody said. */
    Optional<String> reason(String name) {
        return reasons.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Map<String, List<Double>> values() {
        return values;
    }

    /** How many processes want to run, the mean of the last minute; 0 where the system does not tell. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException | NumberFormatException notLinux) {
            return 0;
        }
    }
}
