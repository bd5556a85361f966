package org.linli.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.linli.cli.LinliHome;

/** Passwords that nobody chooses: generated when first asked for, kept with the data. */
public record Secrets(Path directory) {
    private static final int BYTES = 24;

    /** The secret of that name, the same one every time. */
    public synchronized String of(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                LinliHome.writeAtomically(file, generate());
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A fresh one that is kept nowhere. */
    public static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
