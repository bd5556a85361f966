package org.linli.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.linli.gateway.GatewayConfiguration;

/**
 * The keys of cookies: a file that all replicas share, one key a line in Base64. The first one is used, the others only
 * read what was sealed before; so a key is changed by putting a new line on top and dropping the last one a day later.
 */
final class SessionKeys {

    private static final int BYTES = 32;
    private static final String FILE = "session.key";

    private SessionKeys() {}

    /** Reads the keys; makes the file if it is missing and that is allowed. */
    static List<byte[]> read(GatewayConfiguration.SignIn settings) {
        Path folder = settings.keysDirectory()
                .orElseThrow(() -> new IllegalStateException(
                        "LINLI_KEYS_DIRECTORY is not set: sessions of browsers need a key that stays"));
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(folder, file, settings.generateKeys());
            }
            List<byte[]> keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Base64.getDecoder().decode(line.strip()))
                    .toList();
            if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != BYTES)) {
                throw new IllegalStateException(file + " does not hold keys of " + BYTES + " bytes");
            }
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read or write the key file " + file, unreadable);
        }
    }

    /** Replicas may start at once: one makes the key under a lock, the others find it. */
    private static void create(Path folder, Path file, boolean allowed) throws IOException {
        if (!allowed) {
            throw new IllegalStateException("the key file " + file + " is missing, and keys are not made here");
        }
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Path draft = Files.createTempFile(folder, "new", ".tmp", ownerOnly);
                Files.writeString(draft, Base64.getEncoder().encodeToString(fresh) + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
