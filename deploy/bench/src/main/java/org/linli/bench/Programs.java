package org.linli.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the machine: found, installed if that is wished, run for a bounded time. */
final class Programs {
    private final boolean install;

    /** @param install whether a missing program may be installed with apt-get */
    Programs(boolean install) {
        this.install = install;
    }

    /** Where a program is; empty if it is not there and may not or cannot be installed. */
    Optional<Path> find(String name, String debianPackage) throws IOException {
        Optional<Path> found = look(name);
        if (found.isEmpty() && install && look("apt-get").isPresent()) {
            run(List.of("apt-get", "install", "-y", "-q", debianPackage), Map.of(), Duration.ofMinutes(3));
            return look(name);
        }
        return found;
    }

    private static Optional<Path> look(String name) throws IOException {
        Stream<Path> path = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .map(Path::of);
        Stream<Path> others = Stream.of(Path.of("/usr/sbin"), Path.of("/usr/local/bin"));
        Optional<Path> direct = Stream.concat(path, others)
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return direct.isPresent() ? direct : inDebiansPostgres(name);
    }

    /** Debian keeps the programs of each major version of PostgreSQL apart. */
    private static Optional<Path> inDebiansPostgres(String name) throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** What a program said; it is ended when the time is over. */
    static String run(List<String> command, Map<String, String> environment, Duration limit) throws IOException {
        Path output = Files.createTempFile("linli-bench", ".out");
        Process process = null;
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            String said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + (ended ? " failed: " : " did not end: ") + lastLines(said));
            }
            return said;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", hurry);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(output);
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
