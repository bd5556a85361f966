package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who used the processors: of each part of the city, and of this program with the tools that it starts, the time that
 * its processes were at work. Where the system does not tell (anything but Linux) nobody used any.
 */
final class Processors {
    /** What the kernel counts in; the same on every Linux of today. */
    private static final double TICKS_PER_SECOND = 100;

    /** Places after the name of the process in its line: its own time, then that of its children that have ended. */
    private static final int OWN = 11;

    private static final int ENDED_CHILDREN = 13;
    private static final int END = 15;
    /** Everybody else has no children, or children that are parts themselves. */
    private static final Set<String> WITH_CHILDREN = Set.of("PostgreSQL", "bench");

    private final Map<String, ProcessHandle> parts;

    private Processors(Map<String, ProcessHandle> parts) {
        this.parts = parts;
    }

    /** Of nobody: for a city that runs elsewhere. */
    static Processors unseen() {
        return new Processors(Map.of());
    }

    /** Of everybody in a city, and of this program. */
    static Processors of(City city) {
        Map<String, ProcessHandle> parts = new LinkedHashMap<>();
        for (JsonNode part : city.parts()) {
            ProcessHandle.of(part.path("process").path("pid").asLong())
                    // two of them live in the process that supervises
                    .filter(process -> !parts.containsValue(process))
                    .ifPresent(process -> parts.put(part.path("name").asText(), process));
        }
        parts.put("bench", ProcessHandle.current());
        return new Processors(parts);
    }

    /**
     * What was used until now.
     *
     * @param nanoTime when
     * @param seconds by part, since its process began
     */
    record Used(long nanoTime, Map<String, Double> seconds) {
        /** Processors that each part kept busy since an earlier moment; who did next to nothing is left out. */
        Map<String, Double> since(Used earlier) {
            double elapsed = Math.max(1, nanoTime - earlier.nanoTime) / 1e9;
            Map<String, Double> busy = new TreeMap<>();
            seconds.forEach((part, now) -> {
                double used = (now - earlier.seconds.getOrDefault(part, now)) / elapsed;
                if (used >= 0.05) {
                    busy.put(part, used);
                }
            });
            return busy;
        }
    }

    Used now() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        parts.forEach((name, process) -> {
            long ticks = WITH_CHILDREN.contains(name)
                    ? Stream.concat(Stream.of(process), process.descendants())
                            .mapToLong(each -> ticks(each, END))
                            .sum()
                    : ticks(process, ENDED_CHILDREN);
            seconds.put(name, ticks / TICKS_PER_SECOND);
        });
        return new Used(System.nanoTime(), seconds);
    }

    /** The sum of what stands in a process's line from its own time to a place; 0 if the process is gone. */
    private static long ticks(ProcessHandle process, int end) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, OWN, end).mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
