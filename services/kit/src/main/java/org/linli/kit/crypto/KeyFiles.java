package org.linli.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys that live as long as the data: files in {@code LINLI_KEYS_DIRECTORY}, readable by their owner only. A missing
 * key is made only where {@code linli.keys.generate} allows it (profiles local and test, or the first start of an
 * installation); anywhere else it is an error, because new keys would make the stored data unreadable.
 */
@ApplicationScoped
public class KeyFiles {
    private final Optional<Path> directory;
    private final boolean generate;
    private final SecureRandom random = new SecureRandom();

    @Inject
    KeyFiles(
            @ConfigProperty(name = "LINLI_KEYS_DIRECTORY") Optional<Path> directory,
            @ConfigProperty(name = "linli.keys.generate", defaultValue = "false") boolean generate) {
        this.directory = directory;
        this.generate = generate;
    }

    /** A random secret of {@code bytes} bytes that stays the same. */
    public byte[] secret(String name, int bytes) {
        return Base64.getDecoder()
                .decode(text(name + ".key", () -> {
                            byte[] fresh = new byte[bytes];
                            random.nextBytes(fresh);
                            return Base64.getEncoder().encodeToString(fresh);
                        })
                        .trim());
    }

    /** The text of a key file, made once if allowed. */
    public String text(String name, Supplier<String> make) {
        Path folder = directory.orElseThrow(() -> new IllegalStateException("LINLI_KEYS_DIRECTORY is not set"));
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : create(folder, file, make);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read or write the key file " + file, unreadable);
        }
    }

    /**
     * The texts of the key files that this one took the place of: {@code key.jwk} was renamed to {@code key-2026.jwk}
     * or whatever else stands between, before a new {@code key.jwk} was made.
     */
    public List<String> earlier(String name) {
        Path folder = directory.orElseThrow(() -> new IllegalStateException("LINLI_KEYS_DIRECTORY is not set"));
        int dot = name.lastIndexOf('.');
        String pattern = name.substring(0, dot) + "-*" + name.substring(dot);
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key files " + folder.resolve(pattern), unreadable);
        }
    }

    /** What a key file is now, to be compared with what it is later; empty if there is none. */
    public Optional<State> state(String name) {
        try {
            if (directory.isEmpty() || !Files.exists(directory.get().resolve(name))) {
                return Optional.empty();
            }
            BasicFileAttributes file = Files.readAttributes(directory.get().resolve(name), BasicFileAttributes.class);
            return Optional.of(new State(file.lastModifiedTime().toInstant(), file.size(), file.fileKey()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key file " + name, unreadable);
        }
    }

    /**
     * By what one state of a file differs from the next. The time alone is not enough: a file system counts it in steps
     * of milliseconds.
     *
     * @param writtenAt when
     * @param length in bytes
     * @param file what the file system knows the file by; null if it does not say. Each change is a new file
     */
    public record State(Instant writtenAt, long length, Object file) {}

    /** Whether key files may be changed here; in some installations they are handed in and can only be read. */
    public boolean writable() {
        return directory.isPresent() && Files.isWritable(directory.get());
    }

    /** Changes a key file that is there: under the lock of the folder, and in one step for whoever reads it. */
    public void change(String name, UnaryOperator<String> change) {
        Path folder = directory.orElseThrow(() -> new IllegalStateException("LINLI_KEYS_DIRECTORY is not set"));
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path file = folder.resolve(name);
            write(folder, file, change.apply(Files.readString(file)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot change the key file " + name, unwritable);
        }
    }

    /** What was answered as written survives a loss of power: the file, then its name in the folder. */
    private static void write(Path folder, Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                folder,
                "new",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        force(fresh, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Replicas may start at once: one makes the key under a lock, the others find it. */
    private String create(Path folder, Path file, Supplier<String> make) throws IOException {
        if (!generate) {
            throw new IllegalStateException("the key file " + file + " is missing, and keys are not made here");
        }
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file)) {
                write(folder, file, make.get());
            }
            return Files.readString(file);
        }
    }
}
