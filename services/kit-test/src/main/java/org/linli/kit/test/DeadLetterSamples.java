package org.linli.kit.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Calls that succeed of the operations that every service has for records that it could not consume.
 *
 * @param service whose they are
 * @param operatorToken of an operator whom the service knows
 */
public record DeadLetterSamples(Surroundings surroundings, String service, Supplier<String> operatorToken) {
    // below every offset that Kafka gives
    private static final AtomicLong OFFSETS = new AtomicLong(-1);
    private static final String KEEP = """
            insert into dead_letter (channel, topic, partition, record_offset, key, type, headers, data, kind, cause,
                cause_group, first_failed_at, last_failed_at)
            values ('samples', 'samples', 0, ?, ?, null, ?, ?, 'UNREADABLE', 'unknown type', ?, now(), now())
            returning id
            """;

    /** One for each operation. */
    public Map<String, Supplier<Sample>> all() {
        return Map.of(
                "GET " + path(), () -> Sample.of(path() + "?state=WAITING&limit=5", operator()),
                "GET " + path() + "/groups", () -> Sample.of(path() + "/groups?limit=5", operator()),
                "GET " + path() + "/{id}", () -> Sample.of(path() + "/" + letter(), operator()),
                "POST " + path() + "/trial", () -> Sample.of(path() + "/trial", chosen(), operator()),
                "POST " + path() + "/redrive", () -> Sample.of(path() + "/redrive", chosen(), operator()),
                "POST " + path() + "/discard", () -> Sample.of(path() + "/discard", unwanted(), operator()));
    }

    /** A dry run changes nothing and takes no key. */
    public static String withoutKey(String service) {
        return "POST /api/v1/operations/" + service + "/dead-letters/trial";
    }

    private Map<String, Object> chosen() {
        return Map.of("letters", List.of(letter()));
    }

    private Map<String, Object> unwanted() {
        return Map.of("letters", List.of(letter()), "reason", "nobody can read it");
    }

    /** A record that nobody can read, set aside a moment ago. */
    private long letter() {
        Object id = surroundings
                .database()
                .value(
                        KEEP,
                        OFFSETS.getAndDecrement(),
                        UUID.randomUUID().toString(),
                        "{\"ce_type\":\"unknown\"}".getBytes(StandardCharsets.UTF_8),
                        "{\"kind\":\"A\",\"name\":\"somebody\"}".getBytes(StandardCharsets.UTF_8),
                        "g" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        return ((Number) id).longValue();
    }

    private String path() {
        return "/api/v1/operations/" + service + "/dead-letters";
    }

    private String operator() {
        return operatorToken.get();
    }
}
