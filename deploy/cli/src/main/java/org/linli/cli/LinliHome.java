package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that holds everything one local city remembers ({@code LINLI_HOME}, default {@code .linli}). */
public record LinliHome(Path root) {
    /** Below this many bytes PostgreSQL and Kafka may stop in the middle of a write. */
    public static final long LEAST_FREE_BYTES = 1L << 30;

    private static final String MARKER = "linli-home";

    public LinliHome {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates the directory, readable by its owner only, with the marker without which reset deletes nothing. */
    public void create() {
        try {
            createPrivate(root);
            for (Path directory : new Path[] {logs(), run(), keys(), secrets(), apps()}) {
                createPrivate(directory);
            }
            Path marker = root.resolve(MARKER);
            if (!Files.exists(marker)) {
                Files.writeString(marker, "The data of a local Linli. ./linli reset deletes this directory.\n");
            }
        } catch (IOException cannotWrite) {
            throw new Refusal("Linli cannot write to " + root + " (" + cannotWrite.getMessage()
                    + "); choose another directory with LINLI_HOME.");
        }
    }

    /** Whether the directory was made by {@link #create()}. */
    public boolean isMarked() {
        return Files.isRegularFile(root.resolve(MARKER));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part.toLowerCase(java.util.Locale.ROOT) + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path stateFile() {
        return run().resolve("state.json");
    }

    /** Held by the one that starts the city. */
    public Path startLock() {
        return run().resolve("start.lock");
    }

    /** While it exists, the supervisor ends without waiting for anything but data. */
    public Path hurryFile() {
        return run().resolve("hurry");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /** E-mails that were caught on this machine, one file each. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** Where the running copies of the services live, so that a build does not pull the jars from under them. */
    public Path apps() {
        return root.resolve("apps");
    }

    /** The port chosen at the first start; the issuer in everybody's identity contains it. */
    public Optional<Integer> recordedPort() {
        Path file = root.resolve("port");
        try {
            return Files.exists(file)
                    ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Writes down the port of the first start. */
    public void recordPort(int port) {
        writeAtomically(root.resolve("port"), port + "\n");
    }

    /** Bytes that can still be written where the directory is or will be. */
    public long usableBytes() {
        Path existing = root;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing == null ? 0 : existing.toFile().getUsableSpace();
    }

    /** Deletes everything under the directory. */
    public void delete() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException cannotDelete) {
            throw new UncheckedIOException(cannotDelete);
        }
    }

    /** Creates a directory that only its owner may enter. */
    public static void createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Writes a file that only its owner may read; readers see the old text or the new one, never half of it. */
    public static void writeAtomically(Path file, String text) {
        try {
            Path fresh =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
