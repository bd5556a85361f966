package org.linli.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A test server in a JVM of its own, which ends with this one.
 *
 * <p>Not inside the test's JVM, because Quarkus closes the class loader of an application before the next one starts,
 * and a broker or a shutdown hook loaded by it would break. The child watches its standard input: when this JVM ends,
 * however it ends, the pipe closes and the child stops its server.
 */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOG_LINES_SHOWN = 15;

    private final Process process;
    private final Path log;
    private final String address;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.address = awaitAddress();
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param server what {@link ServerMain} understands: {@code postgres} or {@code kafka}
     * @param arguments passed on to it
     * @throws IllegalStateException with the reason and the end of its log, if it does not come up
     */
    static ServerProcess start(String server, String... arguments) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "test-servers"));
            Path log = Files.createTempFile(directory, server + "-", ".log");
            Process process = new ProcessBuilder(command(server, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            endWithThisJvm(process);
            return new ServerProcess(process, log);
        } catch (IOException failed) {
            throw new UncheckedIOException("The test server " + server + " cannot be started", failed);
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException impatient) {
            process.destroyForcibly();
        }
    }

    private static List<String> command(String server, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlinli.test.infra=" + System.getProperty("linli.test.infra", "embedded"),
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                server));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void endWithThisJvm(Process process) {
        // the hook also keeps the process object reachable: collected, it would close the pipe that keeps it alive
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    private String awaitAddress() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
                for (String line : Files.readAllLines(log)) {
                    if (line.startsWith(ServerMain.READY)) {
                        return line.substring(ServerMain.READY.length());
                    }
                    if (line.startsWith(ServerMain.FAILED)) {
                        throw new IllegalStateException(line.substring(ServerMain.FAILED.length()));
                    }
                }
                if (ended) {
                    throw new IllegalStateException("A test server ended before it was ready: " + lastLines());
                }
            }
            throw new IllegalStateException("A test server was not ready within " + PATIENCE + ": " + lastLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a test server started", interrupted);
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }
}
