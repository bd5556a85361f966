package org.linli.kit.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of all records of one channel and type that fail for the same cause: the same in every replica. */
public final class CauseGroup {
    /** What such a name looks like. */
    public static final String PATTERN = "g[0-9a-f]{12}";

    private static final int BYTES = 6;

    private CauseGroup() {}

    /** The group of a record; {@code type} may be null. */
    public static String of(String channel, String type, Cause cause) {
        try {
            String whole = String.join(
                    "\n", channel, type == null ? "" : type, cause.kind().name(), cause.text());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return "g" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
