package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Values that the city itself has told, by the name under which it did: with them requests come far enough to hurt. */
final class Harvest {
    private static final int KEPT = 60;

    private final Map<String, List<String>> values = new ConcurrentHashMap<>();

    /** Keeps what an answer of that path tells; an {@code id} is one of the path's last resource. */
    void keep(String path, JsonNode answer) {
        String[] parts = path.split("[/?]");
        String resource = parts.length > 3 ? parts[3] : "";
        keepAll(resource, answer);
    }

    private void keepAll(String resource, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    add(
                            "id".equals(field.getKey()) ? resource : field.getKey(),
                            field.getValue().asText());
                }
                keepAll(resource, field.getValue());
            });
        } else if (node.isArray()) {
            node.forEach(item -> keepAll(resource, item));
        }
    }

    private void add(String name, String value) {
        List<String> known = values.computeIfAbsent(name, first -> new ArrayList<>());
        synchronized (known) {
            if (known.size() >= KEPT) {
                known.removeFirst();
            }
            known.add(value);
        }
    }

    /** Something that was told under that name. */
    Optional<String> any(String name, Random random) {
        List<String> known = values.get(name);
        if (known == null) {
            return Optional.empty();
        }
        synchronized (known) {
            // somebody may be about to add the first one
            return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
        }
    }
}
