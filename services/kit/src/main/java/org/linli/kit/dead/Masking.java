package org.linli.kit.dead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.linli.contracts.AllowedFields;
import org.linli.kit.event.EventCodec;

/**
 * What may be shown of a record that nobody could consume. An event holds nothing personal, but this may be none: only
 * fields of {@code contracts/allowed-fields.txt} are shown, and of those only values of the forms that events have
 * (ids, codes, times, counts). Everything else is a mask, so that one sees that there is something.
 */
final class Masking {
    static final String MASK = "•••";

    private static final int LARGEST = 64 * 1024;
    /** Longer numbers may be those of a phone or of a document. */
    private static final int DIGITS = 10;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z)?");
    private static final Pattern CODE = Pattern.compile("/?[A-Za-z][A-Za-z_/.:-]{0,79}\\d{0,6}(,[A-Z_]{1,40}){0,20}");
    /** Of a division down to the community, or its leading digits; several of them separated by commas. */
    private static final Pattern DIVISION = Pattern.compile("(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})(,\\d{6}){0,20}");

    private static final Pattern COUNT = Pattern.compile("\\d{1," + DIGITS + "}(\\.\\d)?");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z]{0,39}");
    private static final Pattern ATTRIBUTE = Pattern.compile("ce_[a-z]{1,20}|content-type|traceparent");

    private int masked;

    /**
     * What is shown of a record.
     *
     * @param attributes headers of the forms that those of events have
     * @param data null if it is no JSON object, or too large to be looked at
     * @param masked how many names and values are hidden
     */
    record Shown(Map<String, String> attributes, JsonNode data, int masked) {}

    /** Shows a record. */
    static Shown of(Map<String, String> headers, byte[] data) {
        Masking masking = new Masking();
        Map<String, String> attributes = masking.attributes(headers);
        JsonNode shown = masking.data(data);
        return new Shown(attributes, shown, masking.masked);
    }

    /** A key of Kafka: the id or the division that an event is about; anything else is masked; null stays null. */
    static String key(String key) {
        return key == null || isHarmless(key) ? key : MASK;
    }

    private Map<String, String> attributes(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (!ATTRIBUTE.matcher(name).matches()) {
                masked++;
            } else {
                shown.put(name, value == null || isHarmless(value) || isTrace(name, value) ? value : mask());
            }
        });
        return shown;
    }

    private static boolean isTrace(String name, String value) {
        return name.endsWith("traceparent") && value.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    private JsonNode data(byte[] data) {
        if (data.length == 0 || data.length > LARGEST) {
            return null;
        }
        try {
            return EventCodec.json().readTree(data) instanceof ObjectNode object ? object(object) : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private ObjectNode object(ObjectNode object) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            boolean allowed = AllowedFields.contains(field.getKey());
            String name = allowed || FIELD.matcher(field.getKey()).matches() ? field.getKey() : mask() + masked;
            shown.set(name, allowed ? value(field.getValue()) : TextNode.valueOf(mask()));
        });
        return shown;
    }

    private JsonNode value(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> shown.add(value(element)));
            return shown;
        }
        return isHarmless(value) ? value : TextNode.valueOf(mask());
    }

    private static boolean isHarmless(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().abs().toString().length() <= DIGITS;
        }
        return !value.isTextual() || isHarmless(value.textValue());
    }

    private static boolean isHarmless(String text) {
        return ID.matcher(text).matches()
                || TIME.matcher(text).matches()
                || CODE.matcher(text).matches()
                || COUNT.matcher(text).matches()
                || DIVISION.matcher(text).matches();
    }

    private String mask() {
        masked++;
        return MASK;
    }
}
