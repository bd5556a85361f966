package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.linli.cli.story.DemoDistrict;

/** Values that have the form which a schema of the OpenAPI asks for. */
final class Forms {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final JsonNode document;
    private final Harvest harvest;
    private final Random random;

    Forms(JsonNode document, Harvest harvest, Random random) {
        this.document = document;
        this.harvest = harvest;
        this.random = random;
    }

    /** A value for a schema that stands under a name. */
    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    private JsonNode of(String name, JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.has(choice)) {
                return of(name, schema.path(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(field -> {
            boolean required = schema.path("required").toString().contains("\"" + field.getKey() + "\"");
            if (required || random.nextInt(3) == 0) {
                object.set(field.getKey(), of(field.getKey(), field.getValue(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int item = 0; item <= random.nextInt(2); item++) {
            array.add(of(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(1);
        long most = Math.max(least, schema.path("maximum").asLong(least + 200));
        return most - least < 1 ? least : least + random.nextLong(Math.min(most - least, 1_000) + 1);
    }

    /** A text for a parameter or field of that name: one that the city told before, where it did. */
    String text(String name, JsonNode schema) {
        if (random.nextInt(4) > 0) {
            var told = harvest.any(name, random);
            if (told.isPresent()) {
                return told.get();
            }
        }
        if (name.toLowerCase(Locale.ROOT).contains("division") || "code".equals(name)) {
            return DemoDistrict.COMMUNITY;
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> LocalDate.now().plusDays(random.nextInt(-400, 400)).toString();
            case "date-time" ->
                Instant.now().plus(random.nextInt(-400, 400), ChronoUnit.HOURS).toString();
            default ->
                schema.has("pattern")
                        ? patterned(schema.path("pattern").asText())
                        : "\u793a\u4f8b " + random.nextInt(1000);
        };
    }

    /** Not any pattern: the first of usual texts that fits. */
    private String patterned(String pattern) {
        for (String usual :
                new String[] {DemoDistrict.COMMUNITY, "530103005005001", "13800001234", "MEALS", "meals", "a-1", "PT1H"
                }) {
            if (usual.matches(pattern)) {
                return usual;
            }
        }
        return "x" + random.nextInt(1000);
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
