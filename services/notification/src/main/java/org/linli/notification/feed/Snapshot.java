package org.linli.notification.feed;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a district stands at a place of its feed.
 *
 * @param cursor whose events up to it are in the snapshot
 * @param items by the name of the kind, its items in JSON separated by commas; nothing for none
 */
record Snapshot(FeedCursor cursor, Map<String, String> items) {
    Snapshot {
        items = Map.copyOf(items);
    }

    /** As callers read it: a list for each kind, whether there is something of it or not. */
    String json() {
        String lists = Arrays.stream(Reference.Kind.values())
                .map(kind -> "\"" + kind.label() + "\":[" + items.getOrDefault(kind.name(), "") + "]")
                .collect(Collectors.joining(",\n"));
        return "{\"district\":\"" + cursor.district() + "\",\"cursor\":\"" + cursor.text() + "\",\n" + lists + "}";
    }
}
