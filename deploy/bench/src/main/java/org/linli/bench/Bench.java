package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind {@code ./linli bench}: measures a city that runs, prints the table, writes JSON and a page. */
@Command(name = "bench")
public final class Bench implements Callable<Integer> {
    /** Whatever hangs, the run ends. */
    private static final Duration LONGEST = Duration.ofMinutes(40);

    /** Kept, so that its filter is: that the machine was busy stands in the column of the load. */
    private static final Logger LOAD_TOOL = Logger.getLogger("io.hyperfoil.core.impl.SimulationRunner");

    /** Tells of every pool that it opens; kept here, since a logger nobody keeps forgets its level. */
    private static final Logger CONNECTIONS = Logger.getLogger("io.hyperfoil.http.connection.HttpClientPoolImpl");

    @Option(names = "--home")
    private Path home;

    @Option(names = "--port", defaultValue = "0")
    private int port;

    @Option(names = "--gateway")
    private URI gateway;

    @Option(names = "--issuer")
    private String issuer;

    @Option(names = "--volunteer", defaultValue = "demo-volunteer-1")
    private String volunteer;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--compare")
    private Path compare;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--install")
    private boolean install;

    @Option(names = "--only", split = ",")
    private Set<Integer> only = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec;

    private Notebook notebook;
    /** How long the steps of each experiment took, in their order. */
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    private Bench() {}

    /** Runs it; ends with 0 when all rows asked for were measured and none fell short, with 1 otherwise. */
    public static void main(String[] arguments) {
        LOAD_TOOL.setFilter(record -> !record.getMessage().contains("Jitter watchdog"));
        CONNECTIONS.setLevel(Level.WARNING);
        Logger.getLogger("").setLevel(Level.WARNING);
        Thread.ofPlatform().daemon().name("longest").start(() -> {
            Pace.waitUntil(System.nanoTime() + LONGEST.toNanos());
            System.exit(CommandLine.ExitCode.SOFTWARE);
        });
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        Set<Integer> rows = gateway != null ? Set.of(13) : only.isEmpty() ? allRows() : only;
        notebook = new Notebook(effort.repetitions());
        notebook.missing("feed", "not measured yet");
        notebook.missing("city", "./linli seed kunming tells it");
        if (gateway != null) {
            measure(List.of(reads(gateway, effort)), effort, rows);
        } else {
            try (City city = City.at(home, port)) {
                noteStart();
                notebook.watch(Processors.of(city));
                List<Experiment> experiments = new ArrayList<>(experiments(city, effort));
                experiments.removeIf(experiment -> experiment.rows().stream().noneMatch(rows::contains));
                measure(experiments, effort, rows);
            }
        }
        if (compare != null) {
            noteEarlier();
        }
        return report(rows);
    }

    private static Set<Integer> allRows() {
        return new LinkedHashSet<>(IntStream.rangeClosed(1, 17).boxed().toList());
    }

    private List<Experiment> experiments(City city, Effort effort) {
        Programs programs = new Programs(install);
        return List.of(
                new LedgerExperiment(city, programs, effort, notebook, out),
                new StreamExperiment(city, effort, notebook),
                new ConfirmationExperiment(city, effort, notebook),
                new InboxExperiment(city, effort, notebook),
                new SignUpExperiment(city, programs, effort, notebook, out),
                new RedemptionExperiment(city, programs, effort, notebook, out),
                new GatewayExperiment(city, programs, effort, notebook, out),
                reads(city.gateway(), effort));
    }

    private Experiment reads(URI at, Effort effort) {
        String signIn = issuer != null ? issuer : "http://127.0.0.1:" + (at.getPort() + 5) + "/linli";
        return new ReadsExperiment(at, signIn, volunteer, effort, notebook);
    }

    /** One experiment that fails does not take the others with it: its rows say what happened. */
    private void measure(List<Experiment> experiments, Effort effort, Set<Integer> rows) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        List<Experiment> running = new ArrayList<>(experiments);
        long begun = System.nanoTime();
        running.removeIf(experiment -> !succeeds(experiment, experiment::prepare));
        screen.println("Ready after " + took(begun) + ".");
        for (int repetition = 1; repetition <= effort.repetitions(); repetition++) {
            for (Experiment experiment : List.copyOf(running)) {
                if (!succeeds(experiment, experiment::repeat)) {
                    running.remove(experiment);
                }
            }
            // whoever ends the run early keeps what was measured so far
            write(Sheet.lines(notebook, rows));
            screen.println(
                    "Repetition " + repetition + " of " + effort.repetitions() + " is done after " + took(begun) + ".");
            screen.flush();
        }
        experiments.forEach(experiment -> succeeds(experiment, experiment::close));
        screen.println("Seconds of preparation, measurement and end: "
                + nanos.entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + one.getValue().stream()
                                        .map(each -> Long.toString(each / 1_000_000_000))
                                        .collect(Collectors.joining("+")))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static String took(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000 + " s";
    }

    /** Something that may fail. */
    private interface Step {
        void run() throws Exception;
    }

    private boolean succeeds(Experiment experiment, Step step) {
        long begun = System.nanoTime();
        try {
            step.run();
            return true;
        } catch (Exception failed) {
            PrintWriter screen = spec.commandLine().getErr();
            screen.println("Rows " + experiment.rows() + " could not be measured to the end: " + failed);
            if (System.getenv("LINLI_TRACE") != null) {
                failed.printStackTrace(screen);
            }
            screen.flush();
            return false;
        } finally {
            String name = experiment.getClass().getSimpleName().replace("Experiment", "");
            nanos.computeIfAbsent(name, first -> new ArrayList<>()).add(System.nanoTime() - begun);
        }
    }

    /** What the command line measured while it started the city. */
    private void noteStart() throws IOException {
        Path file = out.resolve("up.json");
        if (!Files.exists(file)) {
            notebook.missing("up.", "not asked for");
            return;
        }
        JsonNode up = new ObjectMapper().readTree(file.toFile());
        for (Map.Entry<String, String> figure :
                Map.of("seconds", "up.seconds", "memory", "up.memory").entrySet()) {
            up.path(figure.getKey()).forEach(value -> notebook.noteApart(figure.getValue(), value.asDouble()));
        }
    }

    private void noteEarlier() throws IOException {
        for (String figure : List.copyOf(notebook.values().keySet())) {
            if (figure.startsWith("read.") && figure.endsWith(".p99")) {
                noteEarlier(figure);
            }
        }
    }

    private void noteEarlier(String figure) throws IOException {
        String same = "earlier." + figure;
        Optional<Double> earlier = JsonReport.median(compare, figure);
        if (earlier.isEmpty()) {
            notebook.missing(same, "the earlier run has no such figure");
            return;
        }
        notebook.values().get(figure).forEach(value -> notebook.noteApart(same, earlier.get()));
        JsonReport.doubt(compare, figure).ifPresent(doubt -> notebook.doubt(same, "in the earlier run: " + doubt));
    }

    private int report(Set<Integer> rows) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        List<Line> lines = Sheet.lines(notebook, rows);
        write(lines);
        screen.print(Table.of(lines));
        screen.println("Written to " + out.resolve("bench.json") + " and " + out.resolve("bench.html") + ".");
        screen.flush();
        return Sheet.settled(lines, rows) ? 0 : 1;
    }

    private void write(List<Line> lines) throws IOException {
        JsonReport.write(out.resolve("bench.json"), lines, notebook, quick);
        HtmlReport.write(out.resolve("bench.html"), lines, quick);
    }
}
