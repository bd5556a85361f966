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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Calls at a fixed rate, whatever the answers do (open model, no coordinated omission), by Hyperfoil as a library.
 */
final class Hyperfoil {
    /** More than should ever wait at the same time; whether somebody found none free is looked at afterwards. */
    private static final int CONNECTIONS = 256;
    /** Calls that are begun and not answered; whoever is due beyond them would begin late, and count from there. */
    private static final int SESSIONS = 4096;

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
                  maxSessions: %d
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

    /**
     * What was measured.
     *
     * @param nanos of each call
     * @param doubt why the calls did not begin when they were due, though their times may look fine; empty if they did
     */
    record Calls(Histogram nanos, Optional<String> doubt) {}

    /** Calls to any of the paths; it is a fault if one of them fails. */
    static Calls steady(URI host, List<String> paths, Map<String, String> headers, double perSecond, Duration time) {
        return steady(host, paths, headers, perSecond, time, CONNECTIONS);
    }

    static Calls steady(
            URI host,
            List<String> paths,
            Map<String, String> headers,
            double perSecond,
            Duration time,
            int connections) {
        String plan = plan(host, paths, headers, perSecond, time, connections);
        StatisticsSnapshot all = new StatisticsSnapshot();
        AtomicInteger sessions = new AtomicInteger();
        try {
            BenchmarkParser parser = BenchmarkParser.instance();
            Benchmark benchmark = parser.buildBenchmark(parser.createSource(plan, BenchmarkData.EMPTY), Map.of());
            new LocalSimulationRunner(
                            benchmark,
                            (phase, step, metric, snapshot, countDown) -> all.add(snapshot),
                            (phase, least, most) -> sessions.accumulateAndGet(most, Math::max),
                            (host1, type, least, most) -> {})
                    .run();
        } catch (ParserException broken) {
            throw new IllegalStateException("the plan of Hyperfoil does not read:\n" + plan, broken);
        }
        if (all.errors() > 0 || all.invalid > 0 || all.responseCount == 0) {
            throw new IllegalStateException("of " + all.requestCount + " calls to " + paths.getFirst() + " "
                    + all.invalid + " were refused and " + all.errors() + " failed");
        }
        return new Calls(all.histogram, doubt(all.blockedTime, sessions.get()));
    }

    /** Why calls may have begun later than they were due. */
    static Optional<String> doubt(long blockedNanos, int sessions) {
        if (sessions >= SESSIONS) {
            return Optional.of("the load tool had all of its " + SESSIONS + " calls open: the rate was not kept");
        }
        return blockedNanos > 0
                ? Optional.of("calls waited " + Numbers.text(blockedNanos / 1e6)
                        + " ms in all for a free connection of the load tool")
                : Optional.empty();
    }

    private static String plan(
            URI host,
            List<String> paths,
            Map<String, String> headers,
            double perSecond,
            Duration time,
            int connections) {
        return PLAN.formatted(
                host,
                connections,
                Math.max(1, Math.round(perSecond)),
                time.toMillis(),
                time.plusSeconds(20).toMillis(),
                SESSIONS,
                paths.stream().map(path -> " ".repeat(12) + "- " + path).collect(Collectors.joining("\n")),
                headers.entrySet().stream()
                        .map(header -> " ".repeat(14) + header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n")));
    }
}
