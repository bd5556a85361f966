package org.linli.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets which answer to which operation: {@code contracts/rights/<service>.csv}, a row for each operation, a column
 * for each kind of caller.
 */
final class RightsTable {
    /** It is done, or refused for what it is and not for who asks. */
    static final String YES = "yes";
    /** The same, and the answer tells of something in the district of the sample. */
    static final String SEES = "sees";

    /** Somebody with a sign-in and nothing else. */
    static final String STRANGER = "stranger";

    private static final String OPERATION = "operation";

    private final Map<String, Map<String, String>> rows;

    private RightsTable(Map<String, Map<String, String>> rows) {
        this.rows = rows;
    }

    static RightsTable empty() {
        return new RightsTable(new TreeMap<>());
    }

    /** The committed one; an empty one if there is none. */
    static RightsTable read(Path file) {
        RightsTable table = empty();
        if (!Files.exists(file)) {
            return table;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> callers = cells(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                if (cells.size() != callers.size()) {
                    throw new AssertionError(file + " has a row of another length: " + line);
                }
                for (int column = 1; column < cells.size(); column++) {
                    table.put(cells.getFirst(), callers.get(column), cells.get(column));
                }
            }
            return table;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(Path file) {
        StringBuilder text = new StringBuilder();
        rows.values().stream()
                .findFirst()
                .ifPresent(row -> text.append(OPERATION)
                        .append(',')
                        .append(String.join(",", row.keySet()))
                        .append('\n'));
        rows.forEach((operation, row) -> text.append(operation)
                .append(',')
                .append(String.join(",", row.values()))
                .append('\n'));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void put(String operation, String caller, String answer) {
        rows.computeIfAbsent(operation, row -> new LinkedHashMap<>()).put(caller, answer);
    }

    /** The answer; null if the table has no such cell. */
    String get(String operation, String caller) {
        return rows.getOrDefault(operation, Map.of()).get(caller);
    }

    int cells() {
        return rows.values().stream().mapToInt(Map::size).sum();
    }

    /** This table, where each cell that another time told more keeps that. */
    RightsTable atLeast(RightsTable before) {
        rows.forEach((operation, row) -> row.replaceAll(
                (caller, answer) -> YES.equals(answer) && SEES.equals(before.get(operation, caller)) ? SEES : answer));
        return this;
    }

    /** What differs between the table as it should be and as it was found, a line for each cell. */
    static List<String> differences(RightsTable expected, RightsTable found) {
        List<String> differences = new ArrayList<>();
        found.rows.forEach((operation, row) -> row.forEach((caller, answer) -> {
            String should = expected.get(operation, caller);
            if (should == null) {
                differences.add(operation + ": no row says what " + caller + " gets (found: " + answer + ")");
            } else if (!agrees(should, answer, expected.get(operation, STRANGER))) {
                differences.add(operation + ": " + caller + " should get " + should + ", got " + answer);
            }
        }));
        expected.rows.keySet().stream()
                .filter(operation -> !found.rows.containsKey(operation))
                .forEach(operation -> differences.add(operation + ": a row for an operation that does not exist"));
        return differences;
    }

    /**
     * Who may see something need not find it: a list has its end. What strangers see, everybody does.
     *
     * @param stranger what a stranger should get
     */
    private static boolean agrees(String should, String answer, String stranger) {
        boolean mayNotFind = SEES.equals(should) && YES.equals(answer);
        boolean isPublic = SEES.equals(stranger) && YES.equals(should) && SEES.equals(answer);
        return should.equals(answer) || mayNotFind || isPublic;
    }

    /** Whether the answers are the same for one who made things in the district: lists of theirs hold those. */
    static boolean sameBesideOwnThings(String should, String answer) {
        return should.replace(SEES, YES).equals(answer.replace(SEES, YES));
    }

    /** A cell. */
    static String answer(int status, boolean sees) {
        if (status == 401 || status == 403 || status == 404 || status >= 500) {
            return Integer.toString(status);
        }
        return sees ? SEES : YES;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
