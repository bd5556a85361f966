package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.cli.supervise.StartupCache;

/**
 * What a city runs from: for each application, and for the supervisor, a copy of what was built, so that a build (or
 * {@code ./linli test}) in the same tree does not pull the jars from under the running system. The copies are hard
 * links and cost nothing; Maven replaces files, it does not rewrite them.
 */
public final class Installation {
    private static final String COMMAND_LINE = "command-line";
    private static final int FINGERPRINT_CHARACTERS = 16;

    private final Path apps;
    private final Path repository;
    private final boolean cachesWanted;

    private Installation(Path apps, Path repository, boolean cachesWanted) {
        this.apps = apps;
        this.repository = repository;
        this.cachesWanted = cachesWanted;
    }

    static Installation of(LinliHome home, Path repository, Map<String, String> environment) {
        return new Installation(home.apps(), repository, !"off".equals(environment.get("LINLI_STARTUP_CACHE")));
    }

    /** Takes over what is built now. Only while nothing runs. */
    void refresh() {
        try {
            for (String application : LocalCity.APPLICATIONS) {
                Path target = apps.resolve(application);
                delete(target);
                link(built(application), target);
            }
            Path target = apps.resolve(COMMAND_LINE);
            delete(target);
            for (String name : List.of("linli.jar", "lib", "kafka-lib")) {
                link(commandLine(repository).resolve(name), target.resolve(name));
            }
        } catch (IOException cannotCopy) {
            throw new UncheckedIOException(cannotCopy);
        }
    }

    Path jar(String application) {
        return apps.resolve(application).resolve("quarkus-run.jar");
    }

    StartupCache cache(String application) {
        return new StartupCache(
                repository.resolve("services/" + application + "/target/startup-cache"),
                fingerprint(List.of(apps.resolve(application))),
                cachesWanted);
    }

    StartupCache kafkaCache() {
        return new StartupCache(
                commandLine(repository).resolve("startup-cache"),
                fingerprint(kafkaDirectories(apps.resolve(COMMAND_LINE))),
                cachesWanted);
    }

    /** What the supervisor is run from. */
    Path supervisor() {
        return apps.resolve(COMMAND_LINE).resolve("linli.jar");
    }

    /** The jars of the broker and those it shares with the command line. */
    String kafkaClassPath() {
        return kafkaClassPath(apps.resolve(COMMAND_LINE));
    }

    /** The same, from what was built; for tests, which start a broker without installing anything. */
    static String builtKafkaClassPath(Path repository) {
        return kafkaClassPath(commandLine(repository));
    }

    private static String kafkaClassPath(Path commandLine) {
        return files(kafkaDirectories(commandLine)).stream()
                .map(Path::toString)
                .filter(name -> name.endsWith(".jar"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static List<Path> kafkaDirectories(Path commandLine) {
        return List.of(commandLine.resolve("kafka-lib"), commandLine.resolve("lib"));
    }

    private static Path commandLine(Path repository) {
        return repository.resolve("deploy/cli/target");
    }

    private Path built(String application) {
        return repository.resolve("services/" + application + "/target/quarkus-app");
    }

    /** Changes with every file that runs, with the JDK, and with nothing else. */
    private static String fingerprint(List<Path> directories) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path file : files(directories)) {
                String line = file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_CHARACTERS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> files(List<Path> directories) {
        return directories.stream().flatMap(Installation::filesIn).toList();
    }

    private static Stream<Path> filesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    linkFile(path, target);
                }
            }
        }
    }

    private static void linkFile(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException otherFileSystem) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
