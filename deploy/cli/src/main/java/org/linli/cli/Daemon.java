package org.linli.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cli.embedded.LogFormat;
import org.linli.cli.supervise.LessMemory;
import org.linli.cli.supervise.Supervisor;

/** Starts the supervisor so that it outlives the terminal: a session of its own, no input, its output in a log. */
final class Daemon {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workplace workplace;
    private final Ports ports;

    Daemon(Workplace workplace, Ports ports) {
        this.workplace = workplace;
        this.ports = ports;
    }

    void start() {
        LinliHome home = workplace.home();
        File log = home.log("supervisor").toFile();
        try {
            keepOldLogs(home.logs());
            Installation installation = Installation.of(home, workplace.repository(), workplace.environment());
            installation.refresh();
            ProcessBuilder builder = new ProcessBuilder(command(installation.supervisor()));
            builder.environment().putAll(workplace.environment());
            builder.environment().putAll(LessMemory.ENVIRONMENT);
            Process process = builder.directory(home.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            boolean begun = Waiting.until(
                    () -> workplace.live().isPresent() || !process.isAlive(), PATIENCE, Duration.ofMillis(50));
            if (!begun || workplace.live().isEmpty()) {
                throw new Refusal("The supervisor did not start: " + LastWords.of(log.toPath()) + " (" + log + ").");
            }
        } catch (IOException cannotStart) {
            throw new Refusal("The supervisor could not be started: " + cannotStart.getMessage() + ".");
        }
    }

    private List<String> command(Path program) {
        List<String> command = new ArrayList<>();
        // Ctrl-C in the terminal reaches every process of its session; ours has one of its own.
        if (Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable)) {
            command.add("setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                LogFormat.OPTION,
                "-cp",
                program.toString(),
                Supervisor.class.getName(),
                workplace.home().root().toString(),
                Integer.toString(ports.gateway()),
                workplace.repository().toString()));
        return command;
    }

    /** One generation of old logs is kept; each run writes its own. */
    private static void keepOldLogs(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                Path old = log.resolveSibling(log.getFileName() + ".1");
                Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
