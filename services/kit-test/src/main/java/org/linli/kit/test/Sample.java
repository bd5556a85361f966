package org.linli.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.linli.kit.event.EventCodec;

/**
 * A call that succeeds now, once: the rules take it apart to see what happens when it is wrong.
 *
 * @param path with ids filled in and with its query, for example {@code /api/v1/requests/…/acceptance}
 * @param body JSON text, or text of the operation's own media type; null if it has none
 * @param token of somebody who may do it
 * @param headers further ones, for example {@code If-Match}
 */
public record Sample(String path, String body, String token, Map<String, String> headers) {

    public Sample {
        Objects.requireNonNull(path, "path");
        headers = Map.copyOf(headers);
    }

    /** A call without body. */
    public static Sample of(String path, String token) {
        return new Sample(path, null, token, Map.of());
    }

    /** A call with a body: text is taken as it is, anything else (a map, a record) is written as JSON. */
    public static Sample of(String path, Object body, String token) {
        return new Sample(path, text(body), token, Map.of());
    }

    /** The same call with one header more. */
    public Sample with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Sample(path, body, token, more);
    }

    /** The same call with another body; null for none. */
    public Sample withBody(String other) {
        return new Sample(path, other, token, headers);
    }

    /** The same call by somebody else; null for nobody. */
    public Sample by(String otherToken) {
        return new Sample(path, body, otherToken, headers);
    }

    /** The same call to another path. */
    public Sample at(String otherPath) {
        return new Sample(otherPath, body, token, headers);
    }

    private static String text(Object body) {
        try {
            return body == null || body instanceof String
                    ? (String) body
                    : EventCodec.json().writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A sample's body must be writable as JSON", broken);
        }
    }
}
