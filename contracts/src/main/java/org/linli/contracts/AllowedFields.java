package org.linli.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of fields that may stand in an event because they say nothing personal: {@code allowed-fields.txt}. */
public final class AllowedFields {
    private static final String FILE = "allowed-fields.txt";
    private static final Set<String> NAMES = read();

    private AllowedFields() {}

    /** Whether a field of this name may be shown to whoever looks after events. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** All of them. */
    public static Set<String> names() {
        return NAMES;
    }

    private static Set<String> read() {
        try (InputStream file = AllowedFields.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
