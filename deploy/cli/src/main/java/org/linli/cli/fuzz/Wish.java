package org.linli.cli.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A request that was made up.
 *
 * @param operation what it is for
 * @param who persona whose token it carries; empty for none
 * @param target path and query, percent-encoded
 * @param body null for none
 */
record Wish(Operation operation, String who, String target, byte[] body, Map<String, String> headers) {
    private static final int SHOWN = 400;

    Wish {
        Objects.requireNonNull(operation, "operation");
        headers = Map.copyOf(headers);
    }

    /** The request in one line. */
    String told() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return operation.method() + " " + shortened(target) + " as " + (who.isEmpty() ? "nobody" : who) + " " + headers
                + " " + shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
