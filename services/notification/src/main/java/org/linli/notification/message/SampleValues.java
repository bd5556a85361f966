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
