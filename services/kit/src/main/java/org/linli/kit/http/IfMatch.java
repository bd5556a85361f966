package org.linli.kit.http;

import org.linli.kit.Outcome;

/** The header {@code If-Match}: change it only if it is still as I read it. Optional; {@code *} always fits. */
public final class IfMatch {
    private IfMatch() {}

    /** Gives {@code thing} back if the header fits its version, else the refusal {@code stale-version} (412). */
    public static <T> Outcome<T> check(String header, long version, T thing) {
        if (header == null || header.isBlank() || "*".equals(header.trim())) {
            return Outcome.done(thing);
        }
        String tag = header.trim().replaceFirst("^W/", "").replace("\"", "");
        return tag.equals(Long.toString(version))
                ? Outcome.done(thing)
                : Outcome.refused(KitRefusal.STALE_VERSION, "If-Match");
    }
}
