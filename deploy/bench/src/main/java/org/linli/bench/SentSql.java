package org.linli.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that a service sends for a call, read from PostgreSQL's log: a yardstick that is to send the same ones
 * copies nothing by hand.
 */
final class SentSql {
    /** What begins a line of the log; the others go on with the one before. */
    private static final Pattern ENTRY =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)\\]\\s+([A-Z]+):\\s\\s?(.*)$");

    private static final Pattern EXECUTED = Pattern.compile("(?s)^(?:execute [^:]*|statement): (.*)$");
    /** Takes what lies between two quotes at once: a step for each character of a long value needs too deep a stack. */
    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

    private static final int TRIES = 5;
    private static final Duration RELOADED = Duration.ofSeconds(1);

    private final City city;
    private final Path log;

    SentSql(City city) {
        this.city = city;
        this.log = city.home().resolve("logs/postgresql.log");
    }

    /**
     * A statement with its parameters.
     *
     * @param sql as it was sent
     * @param values of its parameters as text, from the first on; null for NULL
     */
    record Statement(String sql, List<String> values) {
        Statement {
            // not List.copyOf: a value may be null
            values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * The statements between {@code begin} and {@code commit} of the transaction in which a call sends {@code mark}.
     *
     * @param call called until its transaction was seen: the first ones may come before PostgreSQL logs everything
     */
    List<Statement> of(String mark, Callable<?> call) throws Exception {
        logged("alter system set log_statement = 'all'");
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                Pace.waitUntil(System.nanoTime() + RELOADED.toNanos());
                long from = log.toFile().length();
                call.call();
                Pace.waitUntil(System.nanoTime() + RELOADED.toNanos());
                List<Statement> found = transaction(since(from), mark);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        } finally {
            logged("alter system reset log_statement");
        }
        throw new IllegalStateException("no transaction with \"" + mark + "\" is in " + log);
    }

    private void logged(String setting) throws SQLException {
        city.execute("postgres", setting, "select pg_reload_conf()");
    }

    private String since(long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - offset)];
            file.seek(offset);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The newest transaction in a log that sent something; empty if there is none. */
    static List<Statement> transaction(String text, String mark) {
        Map<String, List<Statement>> open = new LinkedHashMap<>();
        List<Statement> newest = List.of();
        for (Entry entry : entries(text)) {
            Matcher executed = EXECUTED.matcher(entry.words());
            if (entry.severity().equals("LOG") && executed.matches()) {
                String sql = executed.group(1).strip();
                List<Statement> statements = open.get(entry.process());
                if (sql.equalsIgnoreCase("begin")) {
                    open.put(entry.process(), new ArrayList<>());
                } else if (sql.equalsIgnoreCase("commit") && statements != null) {
                    boolean marked =
                            statements.stream().anyMatch(one -> one.sql().contains(mark));
                    newest = marked ? statements : newest;
                    open.remove(entry.process());
                } else if (statements != null) {
                    statements.add(new Statement(sql, List.of()));
                }
            } else if (entry.severity().equals("DETAIL")
                    && !open.getOrDefault(entry.process(), List.of()).isEmpty()) {
                List<Statement> statements = open.get(entry.process());
                Statement last = statements.removeLast();
                statements.add(new Statement(last.sql(), values(entry.words())));
            }
        }
        return newest;
    }

    private record Entry(String process, String severity, String words) {}

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                entries.add(new Entry(entry.group(1), entry.group(2), entry.group(3)));
            } else if (!entries.isEmpty()) {
                Entry last = entries.removeLast();
                String more = line.startsWith("\t") ? line.substring(1) : line;
                entries.add(new Entry(last.process(), last.severity(), last.words() + "\n" + more));
            }
        }
        return entries;
    }

    private static List<String> values(String detail) {
        Map<Integer, String> values = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            String value = parameter.group(2);
            values.put(
                    Integer.parseInt(parameter.group(1)),
                    value.equals("NULL")
                            ? null
                            : value.substring(1, value.length() - 1).replace("''", "'"));
        }
        return new ArrayList<>(values.values());
    }
}
