package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Values that no operation asks for: what attackers, broken keyboards and old clients send. */
final class Nonsense {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int LONG = 100_000;
    private static final int DEEP = 900;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u3000",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\u001b[31m",
            "\r\nSet-Cookie: a=b",
            "\u202e\u0645\u0631\u062d\u0628\u0627",
            "\ud83e\uddd3\ud83c\udffb\u200d\u2764\ufe0f",
            "\ufffe",
            "\ufeff",
            "\u90bb\u91cc\u5fd7\u613f\u670d\u52a1",
            "\ud840\udc00\ud869\udea5",
            "e\u0301".repeat(40),
            "'; drop table outbox; --",
            "%' or '1'='1",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://x\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "+1",
            "-1",
            "${jndi:ldap://x}",
            "#{7*7}",
            "{{7*7}}",
            "../../../etc/passwd",
            "null",
            "undefined",
            "NaN",
            "true",
            "2026-02-30",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "99999999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "000000000000",
            "999999999999");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "0.5",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e308",
            "1e-400",
            "123456789012345678901234567890123456789");

    /** Bodies that no reader of JSON may accept. */
    private static final List<String> BROKEN = List.of(
            "",
            "{",
            "{\"a\":",
            "{\"a\":1}}",
            "[]",
            "null",
            "\"text\"",
            "1",
            "<xml/>",
            "{\"a\":NaN}",
            "{\"\\ud800\":\"\\udfff\"}",
            "{\"a\":1,\"a\":2}",
            "{\"__proto__\":{\"a\":1}}",
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"a\":1e999999999}");

    private final Random random;

    Nonsense(Random random) {
        this.random = random;
    }

    String text() {
        return random.nextInt(30) == 0 ? "\u90bb".repeat(LONG) : any(TEXTS);
    }

    String brokenBody() {
        return any(BROKEN);
    }

    /** Any JSON value, of whatever type. */
    JsonNode value() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(new BigDecimal(any(NUMBERS)));
            case 3 -> nested();
            case 4 -> JSON.objectNode().put(any(TEXTS), 1);
            default -> JSON.textNode(text());
        };
    }

    private JsonNode nested() {
        ArrayNode outer = JSON.arrayNode();
        ArrayNode inner = outer;
        int depth = random.nextInt(4) == 0 ? DEEP : random.nextInt(5);
        for (int level = 0; level < depth; level++) {
            inner = inner.addArray();
        }
        return outer;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
