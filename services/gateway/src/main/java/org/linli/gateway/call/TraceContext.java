package org.linli.gateway.call;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C Trace Context, level 1: a readable {@code traceparent} goes on unchanged, anything else starts a new trace. */
final class TraceContext {

    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    static boolean isReadable(String parent) {
        return parent != null && parent.length() == 55 && PARENT.matcher(parent).matches();
    }

    /** A new trace, marked as sampled so that the services behind us keep their spans. */
    static String begin() {
        var random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        // The lowest bit is set so that an identifier is never all zeros, which the standard forbids.
        String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
        return "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
