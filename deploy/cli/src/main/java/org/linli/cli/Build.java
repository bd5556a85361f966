package org.linli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds what is not built, or what is older than its sources. */
final class Build {
    private static final List<String> SHARED = List.of(
            "pom.xml",
            "services/pom.xml",
            "contracts/pom.xml",
            "contracts/src/main",
            "services/kit/pom.xml",
            "services/kit/src/main");
    private static final int ERRORS_SHOWN = 8;
    private static final Pattern MODULE_BEGINS = Pattern.compile("Building (.+) \\S+ +\\[(\\d+)/(\\d+)]");

    private final Path repository;
    private final Screen screen;

    Build(Path repository, Screen screen) {
        this.repository = repository;
        this.screen = screen;
    }

    /** Applications whose program is missing or older than a source it is made of. */
    List<String> stale() {
        return LocalCity.APPLICATIONS.stream().filter(this::isStale).toList();
    }

    /** Builds what is stale, unless somebody else has just done it. */
    void bringUpToDate() {
        if (stale().isEmpty()) {
            return;
        }
        Path lock = repository.resolve("deploy/cli/target/build.lock");
        try (Turn turn = Turn.take(lock, () -> screen.line("Linli is being built already; waiting for it."))) {
            List<String> stale = stale();
            if (!stale.isEmpty()) {
                build(stale);
            }
        }
    }

    private boolean isStale(String application) {
        Path module = repository.resolve("services").resolve(application);
        Path built = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(built)) {
            return true;
        }
        List<Path> sources = new ArrayList<>(List.of(module.resolve("pom.xml"), module.resolve("src/main")));
        SHARED.forEach(shared -> sources.add(repository.resolve(shared)));
        return isNewer(sources, built);
    }

    /** Whether any file under the sources was changed after the file that is built from them. */
    static boolean isNewer(List<Path> sources, Path built) {
        try {
            FileTime time = Files.getLastModifiedTime(built);
            for (Path source : sources) {
                if (Files.exists(source) && newestUnder(source).compareTo(time) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FileTime newestUnder(Path source) throws IOException {
        FileTime[] newest = {FileTime.fromMillis(0)};
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
                    newest[0] = attributes.lastModifiedTime();
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return newest[0];
    }

    /** Builds the program that measures, if it is missing or older than a source it is made of. */
    void buildBenchIfStale() {
        Path module = repository.resolve("deploy/bench");
        List<Path> sources = new ArrayList<>(List.of(
                module.resolve("pom.xml"), module.resolve("src/main"), repository.resolve("services/points/src/main")));
        SHARED.forEach(shared -> sources.add(repository.resolve(shared)));
        Path built = benchProgram(repository);
        if (Files.exists(built) && !isNewer(sources, built)) {
            return;
        }
        Path lock = repository.resolve("deploy/cli/target/build.lock");
        try (Turn turn = Turn.take(lock, () -> screen.line("Linli is being built already; waiting for it."))) {
            screen.line("Building the bench …");
            make(List.of("deploy/bench"));
        }
    }

    private static Path benchProgram(Path repository) {
        return repository.resolve("deploy/bench/target/linli-bench-0.1.0.jar");
    }

    /** The class path of the program that measures. */
    static String benchClassPath(Path repository) {
        return benchProgram(repository) + java.io.File.pathSeparator + repository.resolve("deploy/bench/target/lib/*");
    }

    /** Builds the applications; a line for each module tells how far it is. */
    void build(List<String> applications) {
        screen.line("Building " + String.join(", ", applications) + " …");
        make(applications.stream().map(name -> "services/" + name).toList());
    }

    private void make(List<String> modules) {
        long begun = System.nanoTime();
        // Not quiet: Maven's lines tell the progress. They go to the log, not to the screen.
        List<String> command = List.of(
                maven(System.getenv()),
                "-B",
                "-ntp",
                "package",
                "-Dmaven.test.skip=true",
                "-am",
                "-pl",
                String.join(",", modules));
        Path log = repository.resolve("deploy/cli/target/build.log");
        try {
            if (run(command, log) != 0) {
                firstErrors(log).forEach(screen.error()::println);
                throw new Refusal("The build failed; all of it is in " + log + ".");
            }
        } catch (IOException noMaven) {
            throw new Refusal("Maven is needed to build Linli: install it so that \"mvn\" is found.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
        screen.line("Built in " + Durations.inWords(System.nanoTime() - begun) + ".");
    }

    private int run(List<String> command, Path log) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = maven.inputReader();
                Writer all = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.write(line + "\n");
                moduleOf(line).ifPresent(module -> screen.line("  " + module));
            }
        }
        return maven.waitFor();
    }

    /** "3 of 8: Linli points", from the line with which Maven begins a module; empty for any other line. */
    static Optional<String> moduleOf(String line) {
        Matcher begin = MODULE_BEGINS.matcher(line);
        return begin.find()
                ? Optional.of(begin.group(2) + " of " + begin.group(3) + ": " + begin.group(1))
                : Optional.empty();
    }

    /** The command that runs Maven. */
    static String maven(Map<String, String> environment) {
        return environment.getOrDefault("MAVEN", "mvn");
    }

    private static List<String> firstErrors(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("ERROR"))
                    .limit(ERRORS_SHOWN)
                    .toList();
        }
    }
}
