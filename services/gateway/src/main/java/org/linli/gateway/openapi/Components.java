package org.linli.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.linli.gateway.route.Service;

/**
 * Which components of several OpenAPI documents may share a name. Two of the same name that differ, or that refer to
 * something that differs, each get the name of their service in front.
 */
final class Components {

    private static final String REFERENCE = "#/components/";

    /** Names as they stand in a reference, for example {@code schemas/Problem}. */
    private final Set<String> conflicting = new HashSet<>();

    Components(Map<Service, ObjectNode> documents) {
        Map<String, JsonNode> first = new HashMap<>();
        Map<String, Set<String>> references = new HashMap<>();
        for (ObjectNode document : documents.values()) {
            document.path("components")
                    .properties()
                    .forEach(kind -> kind.getValue().properties().forEach(component -> {
                        String name = kind.getKey() + "/" + component.getKey();
                        JsonNode known = first.putIfAbsent(name, component.getValue());
                        if (known != null && !known.equals(component.getValue())) {
                            conflicting.add(name);
                        }
                        collect(component.getValue(), references.computeIfAbsent(name, n -> new HashSet<>()));
                    }));
        }
        spread(references);
    }

    /** Whatever refers to a conflicting component differs as well, once the reference is written out. */
    private void spread(Map<String, Set<String>> references) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var entry : references.entrySet()) {
                boolean touches = entry.getValue().stream().anyMatch(conflicting::contains);
                grew |= touches && conflicting.add(entry.getKey());
            }
        }
    }

    /** The name (without its kind) under which a component of a service stands in the merged document. */
    String name(Service service, String kind, String name) {
        return conflicting.contains(kind + "/" + name) ? prefix(service) + "." + name : name;
    }

    /** A copy whose references follow the new names. */
    JsonNode rewritten(Service service, JsonNode node) {
        JsonNode copy = node.deepCopy();
        rewrite(service, copy);
        return copy;
    }

    private void rewrite(Service service, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String target = referenced(field.getKey(), field.getValue());
                if (target == null) {
                    rewrite(service, field.getValue());
                } else if (conflicting.contains(target)) {
                    int slash = target.indexOf('/');
                    String renamed = name(service, target.substring(0, slash), target.substring(slash + 1));
                    field.setValue(TextNode.valueOf(REFERENCE + target.substring(0, slash + 1) + renamed));
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> rewrite(service, element));
        }
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String target = referenced(field.getKey(), field.getValue());
                if (target != null) {
                    found.add(target);
                }
            });
        }
        node.forEach(child -> collect(child, found));
    }

    private static String referenced(String key, JsonNode value) {
        boolean isReference = key.equals("$ref") && value.asText().startsWith(REFERENCE);
        return isReference ? value.asText().substring(REFERENCE.length()) : null;
    }

    static String prefix(Service service) {
        String label = service.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
