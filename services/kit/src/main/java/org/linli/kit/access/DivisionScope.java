package org.linli.kit.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition of a query: the column holds a code below one of some prefixes. Ranges instead of {@code like}, so that
 * the index on the column (collation "C") serves it. One of each kind may stand in the same query: their parameters
 * have names of their own.
 *
 * @param condition HQL or SQL with named parameters
 * @param parameters their values
 */
public record DivisionScope(String condition, Map<String, Object> parameters) {
    /** Sorts behind every digit. */
    private static final String BEHIND_NINE = ":";

    public DivisionScope {
        parameters = Map.copyOf(parameters);
    }

    /** The first text behind all codes that begin with a prefix. */
    public static String endOf(String prefix) {
        return prefix + BEHIND_NINE;
    }

    /** Codes in {@code column} that a caller may see: they begin with one of the prefixes; without any nothing fits. */
    public static DivisionScope within(String column, List<String> prefixes) {
        return of(column, prefixes, "scope");
    }

    /** Codes in {@code column} that somebody asks for: they begin with the prefix, which is empty for everywhere. */
    public static DivisionScope below(String column, String prefix) {
        return of(column, List.of(prefix), "below");
    }

    private static DivisionScope of(String column, List<String> prefixes, String kind) {
        if (prefixes.isEmpty()) {
            return new DivisionScope("1 = 0", Map.of());
        }
        if (prefixes.contains("")) {
            return new DivisionScope("1 = 1", Map.of());
        }
        List<String> ranges = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (String prefix : prefixes) {
            String name = kind + ranges.size();
            ranges.add("(%s >= :%s and %s < :%sEnd)".formatted(column, name, column, name));
            parameters.put(name, prefix);
            parameters.put(name + "End", endOf(prefix));
        }
        return new DivisionScope("(" + String.join(" or ", ranges) + ")", parameters);
    }
}
