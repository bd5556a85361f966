package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes up requests: of the form that the OpenAPI asks for, with one thing wrong, or with nothing right. */
final class Wishes {
    private static final List<String> CALLERS = List.of(
            "operator",
            "operator",
            "operator",
            "district",
            "station",
            "leader",
            "volunteer-1",
            "volunteer-2",
            "resident",
            "");

    /** Whoever lost their role, left, was suspended or was erased by these could wish for nothing more. */
    private static final Set<String> ENDING_SOMEBODY = Set.of(
            "/api/v1/role-grants/{id}/revocation",
            "/api/v1/erasures/{id}/confirmation",
            "/api/v1/volunteers/{id}/withdrawal",
            "/api/v1/volunteers/{id}/suspension",
            "/api/v1/recipients/{id}/withdrawal");

    private final Harvest harvest;
    private final Random random;
    private final Forms forms;
    private final Nonsense nonsense;

    Wishes(JsonNode document, Harvest harvest, Random random) {
        this.harvest = harvest;
        this.random = random;
        this.forms = new Forms(document, harvest, random);
        this.nonsense = new Nonsense(random);
    }

    Wish next(Operation operation) {
        Map<String, String> headers = new HashMap<>();
        if ("POST".equals(operation.method()) && random.nextInt(3) > 0) {
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        if (random.nextInt(6) == 0) {
            headers.put("If-Match", random.nextBoolean() ? "\"" + random.nextInt(3) + "\"" : "W/\"x\", *");
        }
        if (!operation.mediaType().isEmpty()) {
            headers.put("Content-Type", random.nextInt(25) == 0 ? "text/plain" : operation.mediaType());
        }
        String who = CALLERS.get(random.nextInt(CALLERS.size()));
        return new Wish(operation, who, target(operation), body(operation), headers);
    }

    private String target(Operation operation) {
        StringBuilder target = new StringBuilder();
        String before = "";
        for (String part : operation.path().substring(1).split("/")) {
            boolean placeholder = part.startsWith("{");
            target.append('/').append(placeholder ? encoded(id(operation, before, part)) : part);
            before = part;
        }
        List<String> queries = new ArrayList<>();
        for (String query : operation.queries()) {
            if (random.nextInt(3) == 0) {
                queries.add(query + "=" + encoded(queryValue(query)));
            }
        }
        return target + (queries.isEmpty() ? "" : "?" + String.join("&", queries));
    }

    private String id(Operation operation, String resource, String placeholder) {
        String name = placeholder.substring(1, placeholder.length() - 1);
        int chance = random.nextInt(10);
        if (chance == 0) {
            String text = nonsense.text();
            return text.isEmpty() || text.length() > 1_000 ? "0" : text;
        }
        if (chance == 1 || ENDING_SOMEBODY.contains(operation.path())) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        return harvest.any(resource, random)
                .or(() -> harvest.any(name, random))
                .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private String queryValue(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> shortText();
            case 1 -> Integer.toString(random.nextInt(-2, 300));
            default -> forms.text(name, MissingNode.getInstance());
        };
    }

    private String shortText() {
        String text = nonsense.text();
        return text.length() > 2_000 ? text.substring(0, 2_000) : text;
    }

    private byte[] body(Operation operation) {
        if (operation.mediaType().isEmpty()) {
            return random.nextInt(20) == 0 ? bytes(nonsense.brokenBody()) : null;
        }
        int chance = random.nextInt(12);
        if (chance == 0) {
            return bytes(nonsense.brokenBody());
        }
        if (chance == 1) {
            byte[] noText = new byte[random.nextInt(200)];
            random.nextBytes(noText);
            return noText;
        }
        if (operation.body().isMissingNode()) {
            return bytes("code,name\n" + shortText() + "," + shortText() + "\n");
        }
        JsonNode form = forms.of("", operation.body());
        return bytes((chance < 5 || !(form instanceof ObjectNode object) ? form : spoilt(object)).toString());
    }

    /** One or two of its fields are missing, or are what they should not be. */
    private JsonNode spoilt(ObjectNode form) {
        List<String> names = new ArrayList<>();
        form.fieldNames().forEachRemaining(names::add);
        for (int time = 0; time <= random.nextInt(2); time++) {
            if (names.isEmpty() || random.nextInt(8) == 0) {
                form.set("nobodyKnowsThis", nonsense.value());
            } else if (random.nextInt(5) == 0) {
                form.remove(names.get(random.nextInt(names.size())));
            } else {
                String name = names.get(random.nextInt(names.size()));
                boolean inside = form.path(name) instanceof ObjectNode && random.nextBoolean();
                if (inside) {
                    spoilt((ObjectNode) form.get(name));
                } else {
                    form.set(name, nonsense.value());
                }
            }
        }
        return form;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
