package org.linli.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.linli.kit.event.EventCodec;

/**
 * A record as it lies on a topic.
 *
 * @param topic without the prefix of the test
 * @param partition where it lies
 * @param offset its place there
 * @param key Kafka key; null if it has none
 * @param headers by name, the last one of each
 * @param value the bytes
 */
public record OnTopic(String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {

    public OnTopic {
        headers = Map.copyOf(headers);
    }

    /** The CloudEvents id; null if it has none. */
    public String id() {
        return headers.get("ce_id");
    }

    /** The CloudEvents type; null if it has none. */
    public String type() {
        return headers.get("ce_type");
    }

    /** The bytes as text. */
    public String text() {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** The data as JSON. */
    public JsonNode json() {
        try {
            return EventCodec.json().readTree(value);
        } catch (IOException broken) {
            throw new AssertionError("Not JSON: " + text(), broken);
        }
    }
}
