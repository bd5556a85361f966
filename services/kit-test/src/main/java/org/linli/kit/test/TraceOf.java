package org.linli.kit.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks through every row of a service's database for something that should be there no more. */
public final class TraceOf {
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'public' and table_type = 'BASE TABLE'";

    private final Database database;

    private TraceOf(Database database) {
        this.database = database;
    }

    /** In this database. */
    public static TraceOf in(Database database) {
        return new TraceOf(database);
    }

    /**
     * The tables in which one of the texts stands, in clear or as bytes.
     *
     * @param except tables that may name it
     */
    public Set<String> tables(List<String> texts, Set<String> except) {
        Set<String> found = new TreeSet<>();
        for (Map<String, Object> row : database.query(TABLES)) {
            String table = (String) row.get("table_name");
            for (String text : texts) {
                if (!except.contains(table) && stands(table, text)) {
                    found.add(table + " holds " + text);
                }
            }
        }
        return found;
    }

    private boolean stands(String table, String text) {
        return database.count(
                        "select count(*) from \"" + table + "\" as r where position(? in r::text) > 0"
                                + " or position(encode(convert_to(?, 'UTF8'), 'hex') in r::text) > 0",
                        text,
                        text)
                > 0;
    }
}
