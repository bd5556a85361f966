package org.linli.registration.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code linli_}, 32 hexadecimal digits of its id, and 256 random bits. The beginning lets
 * programs that look for lost secrets recognise it.
 *
 * @param id which key
 * @param random its secret part
 */
record KeySecret(UUID id, String random) {
    private static final Pattern FORM =
            Pattern.compile("linli_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\\w-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one. */
    static KeySecret fresh(UUID id) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new KeySecret(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what somebody shows; empty if it cannot be a key. */
    static Optional<KeySecret> read(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String id = String.join("-", form.group(1), form.group(2), form.group(3), form.group(4), form.group(5));
        return Optional.of(new KeySecret(UUID.fromString(id), form.group(6)));
    }

    /** As it is shown once. */
    String text() {
        return "linli_" + id.toString().replace("-", "") + "_" + random;
    }

    /** What is stored in its place. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(random.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether that is what is stored of it. */
    boolean fits(byte[] stored) {
        return MessageDigest.isEqual(stored, hash());
    }
}
