package org.linli.bench;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkData;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import io.hyperfoil.core.parser.ParserException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Calls at a fixed rate, whatever the answers do (open model, no coordinated omission), by Hyperfoil as a library.
 */
final class Hyperfoil {
    /** More than ever wait at the same time; who finds none free would be counted as blocked, not as late. */
    private static final int CONNECTIONS = 256;

    private static final String PLAN = """
            name: linli
            threads: 1
            http:
              host: %s
              sharedConnections: %d
              requestTimeout: 20s
            phases:
            - load:
                constantRate:
                  usersPerSec: %s
                  variance: false
                  duration: %dms
                  maxDuration: %dms
                  maxSessions: 4096
                  scenario:
                  - call:
                    - randomItem:
                        toVar: path
                        list:
            %s
                    - httpRequest:
                        GET: ${path}
                        headers:
            %s
            """;

    private Hyperfoil() {}

    /** Nanoseconds of calls to any of the paths; it is a fault if one of them fails. */
    static Histogram steady(
            URI host, List<String> paths, Map<String, String> headers, double perSecond, Duration time) {
        String plan = PLAN.formatted(
                host,
                CONNECTIONS,
                Math.max(1, Math.round(perSecond)),
                time.toMillis(),
                time.plusSeconds(20).toMillis(),
                paths.stream().map(path -> " ".repeat(12) + "- " + path).collect(Collectors.joining("\n")),
                headers.entrySet().stream()
                        .map(header -> " ".repeat(14) + header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n")));
        StatisticsSnapshot all = new StatisticsSnapshot();
        try {
            BenchmarkParser parser = BenchmarkParser.instance();
            Benchmark benchmark = parser.buildBenchmark(parser.createSource(plan, BenchmarkData.EMPTY), Map.of());
            new LocalSimulationRunner(
                            benchmark,
                            (phase, step, metric, snapshot, countDown) -> all.add(snapshot),
                            (phase, least, most) -> {},
                            (host1, type, least, most) -> {})
                    .run();
        } catch (ParserException broken) {
            throw new IllegalStateException("the plan of Hyperfoil does not read:\n" + plan, broken);
        }
        if (all.errors() > 0 || all.invalid > 0 || all.responseCount == 0) {
            throw new IllegalStateException("of " + all.requestCount + " calls to " + paths.getFirst() + " "
                    + all.invalid + " were refused and " + all.errors() + " failed");
        }
        return all.histogram;
    }
}
