package org.linli.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.kit.event.EventCodec;

/** Ways to spoil a valid JSON body, each told by what was done. */
final class Bodies {

    private static final int OVERSIZE = 200_000;
    private static final int ABSURD_DEPTH = 5_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Bodies() {}

    /**
     * A body that is wrong.
     *
     * @param how what was done to it
     * @param field the top-level field at fault; null if it is not one field
     * @param text the body
     * @param mustBeRefused whether success would be a fault, too
     */
    record Spoilt(String how, String field, String text, boolean mustBeRefused) {}

    static JsonNode read(String body) {
        try {
            return EventCodec.json().readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    /** What no reader of JSON may accept for an object. */
    static List<Spoilt> malformed(String valid) {
        List<Spoilt> spoilt = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("an empty body", "");
        texts.put("a body that breaks off", valid.substring(0, valid.length() - 1));
        texts.put("a body that goes on after its end", valid + "}");
        texts.put("null", "null");
        texts.put("a text", "\"text\"");
        texts.put("a number", "1");
        texts.put("a list", "[]");
        texts.put("no JSON at all", "<xml/>");
        texts.put("absurd nesting", "[".repeat(ABSURD_DEPTH) + "]".repeat(ABSURD_DEPTH));
        texts.put("absurd nesting of objects", "{\"a\":".repeat(ABSURD_DEPTH) + "1" + "}".repeat(ABSURD_DEPTH));
        texts.put("a field twice as deep as allowed", withUnknown(valid, nested()));
        texts.put("an unknown field", withUnknown(valid, JSON.textNode("?")));
        texts.forEach((how, text) -> spoilt.add(new Spoilt(how, null, text, true)));
        return spoilt;
    }

    /** Each top-level field with values of every other JSON type. */
    static List<Spoilt> wrongTypes(ObjectNode valid) {
        List<Spoilt> spoilt = new ArrayList<>();
        // null tells nothing of the type that belongs there
        valid.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> strangers(field.getValue())
                        .forEach((how, value) -> spoilt.add(with(valid, field.getKey(), how, value, true))));
        return spoilt;
    }

    /** The body without each of these fields, and with null in its place. */
    static List<Spoilt> missing(ObjectNode valid, List<String> required) {
        List<Spoilt> spoilt = new ArrayList<>();
        for (String field : required) {
            ObjectNode without = valid.deepCopy();
            without.remove(field);
            spoilt.add(new Spoilt("without " + field, field, without.toString(), true));
            spoilt.add(with(valid, field, "null", JSON.nullNode(), true));
        }
        return spoilt;
    }

    /** Each text with what attackers and broken keyboards send; each number with absurd ones. */
    static List<Spoilt> hostile(ObjectNode valid) {
        List<Spoilt> spoilt = new ArrayList<>();
        valid.properties().forEach(field -> {
            String name = field.getKey();
            if (field.getValue().isTextual()) {
                texts().forEach((how, text) ->
                        spoilt.add(with(valid, name, how, JSON.textNode(text), isNeverText(how))));
                spoilt.add(raw(valid, name, "an unpaired surrogate", "\"a\\ud800b\""));
            }
            if (field.getValue().isNumber()) {
                numbers().forEach((how, number) -> spoilt.add(raw(valid, name, how, number)));
            }
        });
        return spoilt;
    }

    private static boolean isNeverText(String how) {
        return how.startsWith("never: ");
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("never: oversize", "\u90bb".repeat(OVERSIZE));
        texts.put("never: U+0000", "a\u0000b");
        texts.put("never: a control character", "a\u0007b");
        texts.put("never: an escape sequence", "\u001b[31m");
        texts.put("right to left", "\u202e\u0645\u0631\u062d\u0628\u0627");
        texts.put("emoji", "\ud83e\uddd3\ud83c\udffb\u200d\u2764\ufe0f");
        texts.put("SQL", "'; drop table outbox; --");
        texts.put("markup", "<script>alert(1)</script>");
        texts.put("a formula", "=HYPERLINK(\"http://x\")");
        texts.put("an empty text", "");
        texts.put("blanks", "  \u3000 ");
        return texts;
    }

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("a huge number", "9".repeat(39));
        numbers.put("a number longer than any", "9".repeat(5_000));
        numbers.put("a huge exponent", "1e400");
        numbers.put("a huge negative number", "-9223372036854775809");
        numbers.put("the largest long", "9223372036854775807");
        numbers.put("the least int", "-2147483648");
        numbers.put("half of something", "0.5");
        numbers.put("not a number", "NaN");
        return numbers;
    }

    private static Map<String, JsonNode> strangers(JsonNode value) {
        Map<String, JsonNode> strangers = new LinkedHashMap<>();
        if (!value.isTextual()) {
            strangers.put("a text", JSON.textNode("nonsense"));
        }
        if (!value.isNumber()) {
            strangers.put("a number", JSON.numberNode(7));
        }
        if (!value.isBoolean()) {
            strangers.put("true", JSON.booleanNode(true));
        }
        if (!value.isArray()) {
            strangers.put("a list", JSON.arrayNode().add(JSON.objectNode().put("a", 1)));
        }
        if (!value.isObject()) {
            strangers.put("an object", JSON.objectNode().put("a", 1));
        }
        return strangers;
    }

    private static Spoilt with(ObjectNode valid, String field, String how, JsonNode value, boolean mustBeRefused) {
        ObjectNode copy = valid.deepCopy();
        copy.set(field, value);
        return new Spoilt(how + " in " + field, field, copy.toString(), mustBeRefused);
    }

    private static Spoilt raw(ObjectNode valid, String field, String how, String literal) {
        ObjectNode copy = valid.deepCopy();
        copy.put(field, "@literal@");
        String text = copy.toString().replace("\"@literal@\"", literal);
        return new Spoilt(how + " in " + field, field, text, false);
    }

    private static String withUnknown(String valid, JsonNode value) {
        if (read(valid) instanceof ObjectNode object) {
            return object.deepCopy().set("nobodyKnowsThis", value).toString();
        }
        return "{\"nobodyKnowsThis\":" + value + "}";
    }

    private static JsonNode nested() {
        ArrayNode outer = JSON.arrayNode();
        ArrayNode inner = outer;
        for (int depth = 0; depth < 100; depth++) {
            inner = inner.addArray();
        }
        return outer;
    }
}
