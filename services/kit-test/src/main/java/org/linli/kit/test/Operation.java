package org.linli.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One operation of a service's OpenAPI.
 *
 * @param method upper case
 * @param path with its placeholders in braces
 * @param description what the OpenAPI says about it
 * @param document the whole OpenAPI, for its references
 */
record Operation(String method, String path, JsonNode description, JsonNode document) {

    private static final String JSON = "application/json";

    /** How subclasses name it: {@code POST /api/v1/requests/{id}/acceptance}. */
    String key() {
        return method + " " + path;
    }

    /** The media type it reads; empty if it takes no body. */
    Optional<String> mediaType() {
        JsonNode content = description.at("/requestBody/content");
        if (content.isMissingNode() || content.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(content.has(JSON) ? JSON : content.fieldNames().next());
    }

    boolean readsJson() {
        return mediaType().filter(JSON::equals).isPresent();
    }

    /** Whether it answers a stream that does not end. */
    boolean isStream() {
        return StreamSupport.stream(description.path("responses").spliterator(), false)
                .anyMatch(response -> response.path("content").has("text/event-stream"));
    }

    /** Names of its parameters of a kind: {@code query} or {@code path}. */
    List<String> parameters(String kind) {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> kind.equals(parameter.path("in").asText()))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** Names that the body must have at its top level. */
    List<String> requiredFields() {
        JsonNode schema =
                resolved(description.at("/requestBody/content").path(JSON).path("schema"));
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
