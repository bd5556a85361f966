package org.linli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The command {@code docker}, asked about the containers of a project of docker compose. */
public final class Docker {
    private static final String PROJECT = "com.docker.compose.project";

    private Docker() {}

    /** What docker compose calls the project whose gateway listens there; empty without an engine that knows it. */
    public static Optional<String> projectAt(URI gateway) {
        try {
            return ask("ps", "--filter", "publish=" + gateway.getPort(), "--format", "{{.Label \"" + PROJECT + "\"}}")
                    .lines()
                    .filter(project -> !project.isBlank())
                    .findFirst();
        } catch (Refusal withoutDocker) {
            return Optional.empty();
        }
    }

    /** The running containers of one service of a project. */
    public static List<String> replicas(String project, String service) {
        return ask(
                        "ps",
                        "-q",
                        "--filter",
                        "label=" + PROJECT + "=" + project,
                        "--filter",
                        "label=com.docker.compose.service=" + service)
                .lines()
                .sorted()
                .toList();
    }

    /** Every container of a project by its name, also those that have ended. */
    public static List<String> containers(String project) {
        return ask("ps", "-a", "--filter", "label=" + PROJECT + "=" + project, "--format", "{{.Names}}")
                .lines()
                .sorted()
                .toList();
    }

    /** Everything a container has written, on either stream, line by line. */
    public static void readLog(String container, Consumer<String> reader) {
        try {
            Process process = new ProcessBuilder("docker", "logs", container)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(reader);
            }
            if (process.waitFor() != 0) {
                throw new Refusal("The log of the container " + container + " cannot be read.");
            }
        } catch (IOException noDocker) {
            throw missing();
        } catch (InterruptedException hurry) {
            throw interrupted();
        }
    }

    /** What it answers; nothing if it refuses. */
    public static String ask(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return answer;
        } catch (IOException noDocker) {
            throw missing();
        } catch (InterruptedException hurry) {
            throw interrupted();
        }
    }

    private static Refusal missing() {
        return new Refusal("The command \"docker\" is needed to reach the containers.");
    }

    private static Refusal interrupted() {
        Thread.currentThread().interrupt();
        return new Refusal("Interrupted.");
    }
}
