package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was measured, by name, one value a repetition, with the load of the machine before and after. */
final class Notebook {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, List<Double>> loads = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private double loadBefore = load();

    /** From now on the load counts for what is noted next. */
    void begin() {
        loadBefore = load();
    }

    /** Writes a figure down. */
    double note(String name, double value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        List<Double> around = loads.computeIfAbsent(name, key -> new ArrayList<>());
        around.add(loadBefore);
        around.add(load());
        return value;
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
