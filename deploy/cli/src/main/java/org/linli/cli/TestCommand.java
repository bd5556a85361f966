package org.linli.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.linli.cli.fault.FaultOptions;
import org.linli.cli.fault.FaultTest;
import org.linli.cli.fuzz.FuzzOptions;
import org.linli.cli.fuzz.FuzzTest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./linli test}: the whole build with all tests, on one PostgreSQL and one Kafka. */
@Command(
        name = "test",
        description = "Builds everything and runs all tests on one PostgreSQL and one Kafka started for them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all passed",
            "1:with --faults or --fuzz: something was not as it must be",
            "other:what Maven ended with"
        })
final class TestCommand implements Callable<Integer> {
    private static final int AT_ONCE = 4;

    /** Where tests find their PostgreSQL and Kafka. */
    enum Infrastructure {
        embedded,
        containers
    }

    @Option(
            names = "--infra",
            defaultValue = "embedded",
            description = "${COMPLETION-CANDIDATES}: started by this command, or by the tests with Docker.")
    private Infrastructure infrastructure;

    @ArgGroup(exclusive = false, heading = "%nThe test of faults (docs/faults.md):%n")
    private FaultOptions faults;

    @ArgGroup(exclusive = false, heading = "%nThe fuzz of every operation (docs/security.md):%n")
    private FuzzOptions fuzz;

    @Option(
            names = "--browser",
            paramLabel = "URL",
            description = "Instead: Chromium signs in to a demo in containers, at this address of its gateway.")
    private URI browser;

    @Parameters(paramLabel = "MAVEN-ARGUMENT", description = "Handed on to mvn, for example -- -pl services/points")
    private List<String> mavenArguments = new ArrayList<>();

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (faults != null) {
            return new FaultTest(faults, screen).run() ? 0 : 1;
        }
        if (fuzz != null) {
            return new FuzzTest(fuzz, screen).run() ? 0 : 1;
        }
        Path repository = Workplace.here().repository();
        Instant begun = Instant.now();
        int exit = browser != null
                ? inBrowser(repository)
                : infrastructure == Infrastructure.embedded
                        ? withEmbedded(repository)
                        : everything(repository, List.of("-Dlinli.test.infra=containers"));
        TestReports reports = TestReports.since(repository, begun);
        reports.failures().forEach(failure -> screen.line("  failed: " + failure));
        screen.line("Duration: " + Durations.inWords(java.time.Duration.between(begun, Instant.now())));
        screen.line(reports.summary());
        return exit;
    }

    private int withEmbedded(Path repository) throws IOException, InterruptedException {
        try (TestInfrastructure started = TestInfrastructure.start(Installation.builtKafkaClassPath(repository))) {
            return everything(
                    repository,
                    List.of(
                            "-Dlinli.test.infra=embedded",
                            "-Dlinli.test.postgres=" + started.postgres(),
                            "-Dlinli.test.kafka=" + started.kafka()));
        }
    }

    /** Modules at once: each takes a core and about a gibibyte and a half, and waits now and then. */
    private static int atOnce() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, AT_ONCE);
    }

    private int inBrowser(Path repository) throws InterruptedException {
        BrowserTrial trial = new BrowserTrial(browser);
        trial.prepare().forEach(screen::line);
        return maven(repository, trial.build(), trial.environment());
    }

    private int everything(Path repository, List<String> properties) throws InterruptedException {
        List<String> build =
                new ArrayList<>(List.of("verify", "--fail-at-end", "--threads", Integer.toString(atOnce())));
        build.addAll(properties);
        return maven(repository, build, Map.of());
    }

    private int maven(Path repository, List<String> build, Map<String, String> environment)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(Build.maven(System.getenv())));
        if (!screen.terminal()) {
            command.addAll(List.of("-B", "-ntp"));
        }
        command.addAll(build);
        command.addAll(mavenArguments);
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        maven.environment().putAll(environment);
        try {
            return maven.start().waitFor();
        } catch (IOException noMaven) {
            throw new Refusal("Maven is needed to test Linli: install it so that \"mvn\" is found.");
        }
    }
}
