package org.linli.notification.message;

import java.util.Map;
import java.util.TreeMap;

/** Values with which the words of a message can be looked at. */
public final class SampleValues {
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("category", "MEALS"),
            Map.entry("minutes", 90),
            Map.entry("minutesBefore", 120),
            Map.entry("stars", 5),
            Map.entry("amount", 1250),
            Map.entry("balance", 4000),
            Map.entry("divisionName", "金实社区"),
            Map.entry("team", "老邻居志愿服务队"),
            Map.entry("startsAt", "2026-05-10T01:00:00Z"),
            Map.entry("startsAtBefore", "2026-05-09T01:00:00Z"),
            Map.entry("endsAt", "2026-05-10T03:30:00Z"),
            Map.entry("offeredUntil", "2026-05-08T12:00:00Z"),
            Map.entry("position", 2),
            Map.entry("proposedStars", 2),
            Map.entry("publicUntil", "2026-05-17T16:00:00Z"),
            Map.entry("validUntil", "2026-05-20T16:00:00Z"),
            Map.entry("expiresOn", "2026-12-31"),
            // beside the kinds of the table: the code that proves an address
            Map.entry("code", "123456"),
            Map.entry("minutesGood", 15));

    private SampleValues() {}

    /** The samples, and in their place what is given. */
    public static Map<String, Object> with(Map<String, String> given) {
        Map<String, Object> values = new TreeMap<>(VALUES);
        values.putAll(given);
        return values;
    }
}
