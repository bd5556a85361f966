package org.linli.kit.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one service holds of one person, for a machine to read.
 *
 * @param service which
 * @param madeAt when it was read
 * @param parts table by table; those without a row of the person are left out
 */
public record OwnData(String service, Instant madeAt, List<Part> parts) {
    public OwnData {
        parts = List.copyOf(parts);
    }

    /**
     * The rows of one table that are the person's.
     *
     * @param table its name
     * @param about what it is
     * @param rows by column; what was encrypted stands in clear, sign-ins of others are left out
     */
    public record Part(String table, String about, List<Map<String, Object>> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }
}
