package org.linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much an HTTP server can do at most. Its latencies are not used: wrk waits for answers before it asks again. */
final class Wrk {
    private static final int CONNECTIONS = 64;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final Path program;

    Wrk(Path program) {
        this.program = program;
    }

    double rate(String url, Map<String, String> headers, Duration time) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-t", "1"));
        command.addAll(List.of("-c", Integer.toString(CONNECTIONS)));
        command.addAll(List.of("-d", Math.max(1, Math.round(time.toMillis() / 1000.0)) + "s"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        command.add(url);
        return rateIn(Programs.run(command, Map.of(), time.plusSeconds(30)));
    }

    /** The rate in what the program says; what was refused does not count as done. */
    static double rateIn(String said) {
        Matcher rate = RATE.matcher(said);
        Matcher refused = REFUSED.matcher(said);
        if (!rate.find() || refused.find()) {
            throw new IllegalArgumentException("wrk did not get what it asked for: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
