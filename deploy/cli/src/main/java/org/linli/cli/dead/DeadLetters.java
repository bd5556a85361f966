package org.linli.cli.dead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.Waiting;

/** The operators' API of dead letters, whole lists at a time. */
record DeadLetters(GatewayClient operator) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 200;

    /** Every item of a list, page by page. */
    List<JsonNode> all(String service, String rest, Map<String, String> filter) {
        List<JsonNode> items = new ArrayList<>();
        StringBuilder query = new StringBuilder("?limit=" + PAGE);
        filter.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(value));
        String path = Target.pathOf(service) + rest + query;
        String next = "";
        do {
            JsonNode page = operator.get(path + next).expect(200).body();
            page.path("items").forEach(items::add);
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
        } while (next != null);
        return items;
    }

    JsonNode show(Target letter) {
        return operator.get(letter.path()).expect(200).body();
    }

    /** Would they be consumed now? What came of each. */
    List<JsonNode> trial(Target target) {
        return everyPage(target, "/trial", Map.of());
    }

    /** Hands them to their consumer again. What came of each. */
    List<JsonNode> redrive(Target target) {
        return everyPage(target, "/redrive", Map.of());
    }

    /** They will never be consumed. What came of each. */
    List<JsonNode> discard(Target target, String reason) {
        return everyPage(target, "/discard", Map.of("reason", reason));
    }

    private List<JsonNode> everyPage(Target target, String what, Map<String, Object> more) {
        List<JsonNode> results = new ArrayList<>();
        JsonNode report;
        long after = 0;
        do {
            Map<String, Object> body = new HashMap<>(target.choice(after));
            body.putAll(more);
            report = post(Target.pathOf(target.service()) + what, body)
                    .expect(200)
                    .body();
            report.path("results").forEach(results::add);
            after = report.path("next").asLong();
        } while (report.hasNonNull("next"));
        return results;
    }

    /** A consumer may be at the same rows, or the database away for a moment: the same key makes it happen once. */
    private Answer post(String path, Map<String, Object> body) {
        String key = UUID.randomUUID().toString();
        AtomicReference<Answer> answer = new AtomicReference<>();
        Waiting.until(
                () -> {
                    answer.set(operator.post(path, body, key));
                    return answer.get().status() != 503;
                },
                PATIENCE,
                PAUSE);
        return answer.get();
    }
}
