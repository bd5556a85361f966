package org.linli.cli.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM learned in one run, so that the next ones start in a third of the time (JDK 25, AOT cache). The first run
 * of a build records it when it ends; a cache that does not help to start is thrown away, never in the way.
 */
public final class StartupCache {
    private static final Logger LOG = Logger.getLogger("supervisor");
    private static final String BROKEN = ".broken";
    private static final Pattern RECORDING_NAME = Pattern.compile("\\.(\\d+)\\.recording");

    private final Path directory;
    private final String fingerprint;
    /** False as soon as a start failed: recording would make each further attempt take seconds longer. */
    private volatile boolean wanted;

    /** The cache of what has that fingerprint. */
    public StartupCache(Path directory, String fingerprint, boolean wanted) {
        this.directory = directory;
        this.fingerprint = fingerprint;
        this.wanted = wanted;
    }

    /** The options to start the next JVM with. */
    public List<String> javaOptions() {
        if (!wanted || Files.exists(marker())) {
            return List.of();
        }
        return Files.exists(cache())
                ? List.of("-XX:AOTCache=" + cache(), "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of("-XX:AOTCacheOutput=" + recording(), "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /** Whether the JVM started with {@link #javaOptions()} writes a cache when it ends, which takes some seconds. */
    public boolean isRecording() {
        return wanted && !Files.exists(cache()) && !Files.exists(marker());
    }

    /** Creates the directory; caches of other builds are removed. */
    public void prepare() {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(this::isUseless).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException notImportant) {
            LOG.log(Level.INFO, "no start-up cache in " + directory, notImportant);
        }
    }

    /** Of another build, or being recorded by a supervisor that is gone. */
    private boolean isUseless(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(fingerprint + ".")) {
            return true;
        }
        Matcher recording = RECORDING_NAME.matcher(name);
        return recording.find()
                && !ProcessHandle.of(Long.parseLong(recording.group(1)))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Keeps what was recorded. */
    public void keepRecording() {
        try {
            if (Files.exists(recording()) && Files.size(recording()) > 0) {
                Files.move(recording(), cache(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException notImportant) {
            LOG.log(Level.INFO, "no start-up cache from " + recording(), notImportant);
        }
    }

    /** A start with the cache, or while recording it, failed: the next ones go without it. */
    public void distrust() {
        wanted = false;
        try {
            if (Files.deleteIfExists(cache())) {
                Files.writeString(marker(), "A start with the cache of this build failed.\n");
                LOG.warning("the start-up cache " + cache() + " is thrown away");
            }
            Files.deleteIfExists(recording());
        } catch (IOException cannotDelete) {
            throw new UncheckedIOException(cannotDelete);
        }
    }

    private Path cache() {
        return directory.resolve(fingerprint + ".aot");
    }

    private Path marker() {
        return directory.resolve(fingerprint + BROKEN);
    }

    /** Each supervisor records into a file of its own: two cities may run from one repository. */
    private Path recording() {
        return directory.resolve(fingerprint + "." + ProcessHandle.current().pid() + ".recording");
    }
}
