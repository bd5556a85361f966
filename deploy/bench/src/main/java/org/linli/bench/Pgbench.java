package org.linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own measuring program. */
final class Pgbench {
    static final int CLIENTS = 16;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^ +([0-9.]+)(?: +\\d+)* +\\D");
    private static final String STATEMENTS = "statement latencies in milliseconds";
    private static final Duration MORE = Duration.ofSeconds(60);

    private final Path program;
    private final City city;

    Pgbench(Path program, City city) {
        this.program = program;
        this.city = city;
    }

    /** Makes the tables of the built-in script; as many branches as clients, as its manual asks. */
    void initialise(String database) throws IOException {
        call(List.of("-i", "-q", "-s", Integer.toString(CLIENTS), database), Map.of(), MORE);
    }

    /** Transactions a second of the built-in script (TPC-B-like). */
    double builtIn(String database, Duration time) throws IOException {
        return rate(List.of("-n", "-c", Integer.toString(CLIENTS), "-j", "2"), database, time, Map.of());
    }

    /** Transactions a second of a script. */
    double script(Path script, int clients, String database, Duration time, Map<String, String> environment)
            throws IOException {
        List<String> arguments = List.of("-n", "-c", Integer.toString(clients), "-f", script.toString());
        return rate(arguments, database, time, environment);
    }

    /** Executions a second of a script by one client, as if its first lines took no time. */
    double without(int first, Path script, String database, Duration time) throws IOException {
        List<String> arguments = List.of("-n", "-r", "-c", "1", "-f", script.toString());
        return 1000 / latencyAfter(first, said(arguments, database, time, Map.of()));
    }

    private double rate(List<String> arguments, String database, Duration time, Map<String, String> environment)
            throws IOException {
        return rateIn(said(arguments, database, time, environment));
    }

    private String said(List<String> arguments, String database, Duration time, Map<String, String> environment)
            throws IOException {
        List<String> all = new ArrayList<>(arguments);
        // whole seconds are all it knows
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        all.addAll(List.of("-M", "prepared", "-T", Long.toString(seconds), database));
        return call(all, environment, time.plus(MORE));
    }

    /** The rate in what the program says. */
    static double rateIn(String said) {
        Matcher matcher = RATE.matcher(said);
        if (!matcher.find()) {
            throw new IllegalArgumentException("pgbench told no rate: " + said);
        }
        return Double.parseDouble(matcher.group(1));
    }

    /** Milliseconds of all statements but the first ones in what the program says with {@code -r}. */
    static double latencyAfter(int first, String said) {
        int from = said.indexOf(STATEMENTS);
        List<MatchResult> statements = from < 0
                ? List.of()
                : STATEMENT.matcher(said.substring(from)).results().toList();
        if (statements.size() <= first) {
            throw new IllegalArgumentException("pgbench told too few latencies of statements: " + said);
        }
        return statements.stream()
                .skip(first)
                .mapToDouble(statement -> Double.parseDouble(statement.group(1)))
                .sum();
    }

    private String call(List<String> arguments, Map<String, String> more, Duration limit) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(city.postgresPort())));
        command.addAll(List.of("-U", city.postgresRole()));
        command.addAll(arguments);
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put("PGPASSWORD", city.postgresPassword());
        return Programs.run(command, environment, limit);
    }
}
