package org.linli.kit.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ways to spoil the address of a call, each told by what was done. */
final class Addresses {

    /** Percent-encoded already. */
    private static final List<String> NO_IDS =
            List.of("0", "-1", "not-an-id", "%00", "..%2F..", "%F0%9F%98%80", "%27%20or%201%3D1", "%E2%80%AE");

    private static final List<String> HOSTILE = List.of(
            "",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "nonsense",
            "\u0000",
            "\u202e\u0645",
            "\ud83d\ude42",
            "'--",
            "%");

    private static final int LONG = 3_000;

    private Addresses() {}

    /** The address with each of its ids replaced by ones that nobody has. */
    static Map<String, String> unknownIds(Operation operation, String valid) {
        Map<String, String> spoilt = new LinkedHashMap<>();
        String[] names = operation.path().split("/");
        String[] values = withoutQuery(valid).split("/");
        for (int index = 0; index < names.length && index < values.length; index++) {
            if (names[index].startsWith("{")) {
                int place = index;
                spoilt.put(
                        "an unknown " + names[index],
                        replaced(values, place, UUID.randomUUID().toString()));
                NO_IDS.forEach(id -> spoilt.put(id + " as " + names[place], replaced(values, place, id)));
            }
        }
        return spoilt;
    }

    /** The address with each query parameter set to what it cannot be. */
    static Map<String, String> hostileQueries(Operation operation, String valid) {
        Map<String, String> spoilt = new LinkedHashMap<>();
        for (String parameter : operation.parameters("query")) {
            for (String value : HOSTILE) {
                spoilt.put("'" + value + "' as " + parameter, withQuery(valid, parameter, value));
            }
            spoilt.put("a long text as " + parameter, withQuery(valid, parameter, "x".repeat(LONG)));
        }
        return spoilt;
    }

    private static String withQuery(String valid, String parameter, String value) {
        StringBuilder query = new StringBuilder();
        for (String part :
                valid.contains("?") ? valid.substring(valid.indexOf('?') + 1).split("&") : new String[0]) {
            if (!part.startsWith(parameter + "=")) {
                query.append(part).append('&');
            }
        }
        return withoutQuery(valid) + "?" + query + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static String replaced(String[] values, int place, String value) {
        String[] copy = values.clone();
        copy[place] = value;
        return String.join("/", copy);
    }
}
