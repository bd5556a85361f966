package org.linli.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linli bench}: a fresh city, measured beside the yardsticks of the machine (docs/bench.md). */
@Command(
        name = "bench",
        description = "Measures a fresh city beside pgbench, Kafka's producer, nginx and the disk; prints a table.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row asked for was measured and none fell short (12 and 14 are not measured yet)",
            "1:something fell short, or was not measured to the end"
        })
final class BenchCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int START_ROW = 15;

    @Option(names = "--quick", description = "Shorter measurements of the same rows: three minutes in all.")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "ROW", description = "Only these rows, for example 1,2,10.")
    private List<Integer> only = new ArrayList<>();

    @Option(names = "--out", description = "Where the results go; .linli/bench/<time> by default.")
    private Path out;

    @Option(names = "--install", description = "Install missing yardsticks (pgbench, nginx, wrk) with apt-get.")
    private boolean install;

    @Option(names = "--reads", description = "Measure only the reads (row 13) of the city that runs.")
    private boolean reads;

    @Option(names = "--gateway", paramLabel = "URL", description = "With --reads: a city elsewhere.")
    private URI gateway;

    @Option(names = "--issuer", paramLabel = "URL", description = "With --reads: its sign-in.")
    private String issuer;

    @Option(names = "--compare", paramLabel = "FILE", description = "An earlier bench.json: reads are held against it.")
    private Path compare;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException {
        Workplace here = Workplace.here();
        Path directory = out != null
                ? out
                : here.home()
                        .root()
                        .resolve("bench")
                        .resolve(LocalDateTime.now().format(TIME));
        Files.createDirectories(directory);
        Build build = new Build(here.repository(), screen);
        build.buildBenchIfStale();
        if (reads) {
            URI at = gateway != null ? gateway : URI.create(here.gatewayUrl());
            List<String> arguments = new ArrayList<>(List.of("--gateway", at.toString()));
            if (issuer != null) {
                arguments.addAll(List.of("--issuer", issuer));
            }
            return run(here.repository(), directory, arguments);
        }
        build.bringUpToDate();
        Path home = directory.resolve("city").toAbsolutePath();
        try (BenchCity city = BenchCity.in(home, here, screen)) {
            start(city, directory);
            String port = Integer.toString(city.ports().gateway());
            return run(here.repository(), directory, List.of("--home", home.toString(), "--port", port));
        }
    }

    /** The first start makes databases and topics, and teaches the JVMs if they know nothing; it is not measured. */
    private void start(BenchCity city, Path directory) throws IOException {
        boolean learned = city.startsFromCaches();
        city.start();
        city.loadDemoData();
        if (!only.isEmpty() && !only.contains(START_ROW)) {
            return;
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int repetition = 0; repetition < (quick ? 1 : 3); repetition++) {
            city.stopInGoodOrder();
            seconds.add(city.start());
            memory.add(city.memory());
        }
        String times = seconds.stream().map("%.2f"::formatted).collect(Collectors.joining(", "));
        screen.line("Started in " + times + " s" + (learned ? "." : " (its first start taught the JVMs)."));
        Files.writeString(directory.resolve("up.json"), "{\"seconds\": " + seconds + ", \"memory\": " + memory + "}\n");
    }

    private int run(Path repository, Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", Build.benchClassPath(repository), "org.linli.bench.Bench"));
        command.addAll(arguments);
        command.addAll(List.of("--out", directory.toAbsolutePath().toString()));
        if (quick) {
            command.add("--quick");
        }
        if (install) {
            command.add("--install");
        }
        if (compare != null) {
            command.addAll(List.of("--compare", compare.toString()));
        }
        if (!only.isEmpty()) {
            String rows = only.stream().map(String::valueOf).collect(Collectors.joining(","));
            command.addAll(List.of("--only", rows));
        }
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        } finally {
            process.destroy();
        }
    }
}
