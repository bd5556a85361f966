package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One operation of the OpenAPI.
 *
 * @param method upper case
 * @param path with its placeholders in braces
 * @param queries names of its query parameters
 * @param body schema of its JSON body; a missing node if it takes none
 * @param mediaType what it reads; empty if nothing
 */
record Operation(String method, String path, List<String> queries, JsonNode body, String mediaType) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String JSON = "application/json";

    Operation {
        queries = List.copyOf(queries);
    }

    String key() {
        return method + " " + path;
    }

    /** Every operation of the document, but those whose answers do not end. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .filter(method -> !isStream(method.getValue()))
                        .map(method ->
                                operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))
                        .forEach(operations::add));
        return operations;
    }

    private static Operation operation(String method, String path, JsonNode description) {
        List<String> queries = new ArrayList<>();
        description.path("parameters").forEach(parameter -> {
            if ("query".equals(parameter.path("in").asText())) {
                queries.add(parameter.path("name").asText());
            }
        });
        JsonNode content = description.at("/requestBody/content");
        String mediaType = content.isEmpty()
                ? ""
                : content.has(JSON) ? JSON : content.fieldNames().next();
        return new Operation(method, path, queries, content.path(JSON).path("schema"), mediaType);
    }

    private static boolean isStream(JsonNode description) {
        for (JsonNode response : description.path("responses")) {
            if (response.path("content").has("text/event-stream")) {
                return true;
            }
        }
        return false;
    }
}
