package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.Screen;
import org.linli.cli.TemporaryCity;
import org.linli.cli.Waiting;
import org.linli.cli.Workplace;
import org.linli.cli.embedded.LogFormat;

/**
 * {@code ./linli test --fuzz}: starts a whole city and lets nonsense rain on every operation of its OpenAPI, through
 * the gateway. Fails for each 5xx, each refusal that is no problem with a code, each answer that tells how the inside
 * is made, and if afterwards the city does not answer or its books are unsound.
 */
public final class FuzzTest {
    /** Fixed: how many there are decides what a seed makes up. */
    private static final int FUZZERS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final List<String> ONE_LIST_OF_EACH_SERVICE =
            List.of("/api/v1/volunteers", "/api/v1/requests", "/api/v1/points-rules", "/api/v1/inbox");

    private final FuzzOptions options;
    private final Screen screen;
    private final Counts counts = new Counts();

    public FuzzTest(FuzzOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** Runs it; answers whether nothing was found. */
    public boolean run() {
        LogFormat.silenceLibraries();
        screen.line("Seed " + options.seed() + "; the same requests again: " + options.again());
        try (TemporaryCity city = TemporaryCity.start(TemporaryCity.freePorts(), Map.of(), screen)) {
            Path logs = city.workplace().repository().resolve("deploy/cli/target/fuzz");
            try {
                return run(city.workplace());
            } finally {
                city.keepLogs(logs);
                screen.line("The logs of the city are in " + logs + ".");
            }
        }
    }

    private boolean run(Workplace workplace) {
        GatewayClient operator = workplace.gatewayAs("operator");
        JsonNode document = operator.get("/openapi?format=json").expect(200).body();
        int operations = Operation.of(document).size();
        List<String> fallen = rain(workplace, document);
        List<String> findings = new ArrayList<>(counts.faults());
        findings.addAll(fallen);
        findings.addAll(afterwards(operator));
        if (counts.operationsAnswered() < operations) {
            findings.add("time was over before each operation had its turn: give it more minutes");
        }
        screen.line(counts.requests() + " requests to " + operations + " operations, of which "
                + counts.operationsSucceeded() + " succeeded at least once; " + counts.summary());
        findings.forEach(finding -> screen.line("  found: " + finding));
        screen.line(findings.isEmpty() ? "Nothing was found." : findings.size() + " findings.");
        return findings.isEmpty();
    }

    /** Lets it rain until the time is over; answers which fuzzers did not last so long, and why. */
    private List<String> rain(Workplace workplace, JsonNode document) {
        Map<String, String> tokens = new ConcurrentHashMap<>();
        Harvest harvest = new Harvest();
        URI gateway = URI.create(workplace.gatewayUrl());
        long end = System.nanoTime() + options.length().toNanos();
        List<Future<?>> fuzzers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < FUZZERS; number++) {
                Fuzzer fuzzer = new Fuzzer(
                        gateway,
                        who -> tokens.computeIfAbsent(who, workplace.personas()::token),
                        counts,
                        harvest,
                        document,
                        options.seed() * FUZZERS + number);
                fuzzers.add(threads.submit(() -> fuzzer.until(end)));
            }
        }
        return fuzzers.stream()
                .filter(fuzzer -> fuzzer.state() == Future.State.FAILED)
                .map(fuzzer -> "a fuzzer gave up: " + fuzzer.exceptionNow())
                .toList();
    }

    /** The city still answers, and its books are sound as soon as what was under way has settled. */
    private static List<String> afterwards(GatewayClient operator) {
        List<String> findings = new ArrayList<>();
        for (String list : ONE_LIST_OF_EACH_SERVICE) {
            Answer answer = operator.get(list);
            if (!answer.isSuccess()) {
                findings.add("afterwards " + list + " answers " + answer.status());
            }
        }
        boolean sound = Waiting.until(
                () -> operator.get("/api/v1/ledger/verification")
                        .body()
                        .path("sound")
                        .asBoolean(),
                PATIENCE,
                PAUSE);
        if (!sound) {
            findings.add("afterwards the ledger is not sound: "
                    + operator.get("/api/v1/ledger/verification").body());
        }
        return findings;
    }
}
