package org.linli.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One row of the table <em>event → who is told, in which words</em> ({@code messages.yaml}).
 *
 * @param event CloudEvents type
 * @param tell who is told; each account gets the message once
 * @param kind stable name of the message, for clients and preferences
 * @param group what it is about
 * @param urgent whether it is told at once, even in quiet hours; only where waiting until morning is too late
 * @param onlyIf the row counts only if the event has these values, for example {@code by: RECIPIENT}; may be empty
 * @param unless the row does not count if the event has one of these values, for example
 *     {@code provenance: IMPORTED}; may be empty
 * @param zh words in Chinese
 * @param en words in English
 */
public record MessageRule(
        String event,
        List<Audience> tell,
        String kind,
        MessageGroup group,
        boolean urgent,
        Map<String, String> onlyIf,
        Map<String, String> unless,
        @JsonProperty("zh-CN") Words zh,
        Words en) {
    public MessageRule {
        tell = List.copyOf(tell);
        Objects.requireNonNull(group, kind);
        onlyIf = onlyIf == null ? Map.of() : Map.copyOf(onlyIf);
        unless = unless == null ? Map.of() : Map.copyOf(unless);
    }

    /**
     * What the reader sees; {@code {name}} stands for a value of the event.
     *
     * @param title one line
     * @param text one or two sentences
     */
    public record Words(String title, String text) {}

    /** Whether this row is about an event with these values. */
    public boolean fits(Map<String, Object> details) {
        return onlyIf.entrySet().stream().allMatch(wanted -> has(details, wanted))
                && unless.entrySet().stream().noneMatch(unwanted -> has(details, unwanted));
    }

    private static boolean has(Map<String, Object> details, Map.Entry<String, String> value) {
        return value.getValue().equals(String.valueOf(details.get(value.getKey())));
    }
}
