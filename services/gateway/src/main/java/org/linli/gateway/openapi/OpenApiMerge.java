package org.linli.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.linli.gateway.route.RouteTable;
import org.linli.gateway.route.Service;

/** Makes one OpenAPI document out of those of the services, as if there were no services. */
final class OpenApiMerge {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final Map<Service, ObjectNode> documents;
    private final Components components;
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Set<String> operationIds = new HashSet<>();

    private OpenApiMerge(Map<Service, ObjectNode> documents) {
        this.documents = documents;
        this.components = new Components(documents);
    }

    /**
     * The merged document.
     *
     * @param documents what the services say of themselves; a missing one is named as missing
     */
    static ObjectNode merge(Map<Service, ObjectNode> documents) {
        return new OpenApiMerge(documents).merged();
    }

    private ObjectNode merged() {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", version());
        merged.set("info", info());
        merged.putArray("servers").addObject().put("url", "/");
        var ways = merged.putArray("security");
        for (String way : List.of("bearer", "session", "key")) {
            ways.addObject().putArray(way);
        }
        documents.forEach(this::addPaths);
        merged.putArray("tags").addAll(tags.values());
        merged.set("paths", paths);
        merged.set("components", mergedComponents());
        return merged;
    }

    private String version() {
        return documents.values().stream()
                .map(document -> document.path("openapi").asText())
                .max(String::compareTo)
                .orElse("3.1.0");
    }

    private ObjectNode info() {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("title", "Linli 邻里").put("version", "v1");
        StringBuilder description = new StringBuilder("One API for volunteers, activities, points and messages.");
        var missing = info.putArray("x-linli-missing");
        for (Service service : Service.values()) {
            if (!documents.containsKey(service)) {
                missing.add(service.label());
                description.append(" Missing at the moment, as it cannot be reached: ");
                description.append(service.label()).append('.');
            }
        }
        return info.put("description", description.toString());
    }

    private void addPaths(Service service, ObjectNode document) {
        document.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        document.path("paths").properties().forEach(path -> {
            // Only what the gateway would send to this service is part of the API.
            boolean ours = RouteTable.find(path.getKey())
                    .filter(route -> route.service() == service)
                    .isPresent();
            if (ours && components.rewritten(service, path.getValue()) instanceof ObjectNode item) {
                paths.set(path.getKey(), atTheGateway(service, item));
            }
        });
    }

    private ObjectNode atTheGateway(Service service, ObjectNode item) {
        item.remove("servers");
        item.properties().forEach(field -> {
            if (METHODS.contains(field.getKey()) && field.getValue() instanceof ObjectNode operation) {
                operation.remove("servers");
                operation.remove("security");
                String id = operation.path("operationId").asText();
                if (!id.isEmpty() && !operationIds.add(id)) {
                    operation.put("operationId", service.label() + "_" + id);
                }
            }
        });
        return item;
    }

    private ObjectNode mergedComponents() {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        documents.forEach((service, document) -> document.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    String name = components.name(service, kind.getKey(), component.getKey());
                    merged.withObjectProperty(kind.getKey())
                            .set(name, components.rewritten(service, component.getValue()));
                })));
        ObjectNode schemes = JsonNodeFactory.instance.objectNode();
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "A token of the sign-in; ./linli token PERSONA prints one.");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "linli")
                .put(
                        "description",
                        "The session of a browser that signed in at /sign-in (over https: __Host-linli). "
                                + "Calls that change something carry X-Requested-With.");
        schemes.putObject("key")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "For devices and systems; those responsible for a division make them.");
        merged.set("securitySchemes", schemes);
        return merged;
    }
}
