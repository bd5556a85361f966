package org.linli.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a script for pgbench of the statements of a call. The rows of the one who called are replaced by those of
 * somebody else in the same position, whom each execution draws anew; ids and fingerprints that the call made become
 * others for each of them. Everything is rolled back, so that the next execution finds what the call found; one row is
 * committed then, so that as much as before waits for the disk.
 */
final class Replay {
    static final String[] TABLES = {"create table if not exists bench_flush (number int)"};

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern FINGERPRINT = Pattern.compile("\\\\x[0-9a-f]{64}");

    private final Map<String, String> variables = new HashMap<>();
    private final String number;

    /** @param number the variable of pgbench that says who was drawn */
    Replay(String number) {
        this.number = number;
    }

    /** Where this value stands, the script puts what that variable holds. */
    Replay replacing(String value, String variable) {
        variables.put(value, variable);
        return this;
    }

    /** The lines of a transaction. */
    String script(List<SentSql.Statement> statements, Connection database) throws SQLException {
        StringBuilder script = new StringBuilder("begin;\n");
        for (SentSql.Statement statement : statements) {
            List<String> types = types(statement.sql(), database);
            script.append(filled(statement, types)).append(";\n");
        }
        return script.append("rollback;\ninsert into bench_flush values (:")
                .append(number)
                .append(");\n")
                .toString();
    }

    /** What PostgreSQL takes the parameters for, as it did when the service prepared the statement. */
    private static List<String> types(String sql, Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("prepare bench_types as " + sql);
            try (ResultSet types = statement.executeQuery("select array_to_string(parameter_types, ';')"
                    + " from pg_prepared_statements where name = 'bench_types'")) {
                types.next();
                return List.of(types.getString(1).split(";"));
            } finally {
                statement.execute("deallocate bench_types");
            }
        }
    }

    String filled(SentSql.Statement statement, List<String> types) {
        return PLACE.matcher(statement.sql()).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1)) - 1;
            return Matcher.quoteReplacement(value(statement.values().get(index), types.get(index)));
        });
    }

    private String value(String value, String type) {
        if (value == null) {
            return "null::" + type;
        }
        if (variables.containsKey(value)) {
            return ":" + variables.get(value) + "::" + type;
        }
        if (type.equals("bytea") && FINGERPRINT.matcher(value).matches()) {
            return "sha256(convert_to(" + literal(value) + " || :" + number + ", 'UTF8'))";
        }
        StringBuilder parts = new StringBuilder();
        int end = 0;
        Matcher id = UUID_TEXT.matcher(value);
        while (id.find()) {
            parts.append(literal(value.substring(end, id.start()))).append(" || ");
            parts.append(other(id.group())).append(" || ");
            end = id.end();
        }
        return "(" + parts + literal(value.substring(end)) + ")::" + type;
    }

    private String other(String id) {
        String variable = variables.get(id);
        return variable != null ? ":" + variable + "::text" : "md5(" + literal(id) + " || :" + number + ")::uuid::text";
    }

    /** A colon would begin a variable, a line would end the command. */
    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace(":", "\\u003a")
                        .replace("\n", "\\n")
                + "'";
    }
}
