package org.linli.notification.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table <em>event → who is told, in which words</em>, read once from {@code messages.yaml}. */
@ApplicationScoped
public class MessageTable {
    private final Map<String, List<MessageRule>> byEvent;
    private final Map<String, MessageRule> byKind;

    /** Reads the table. */
    public MessageTable() {
        List<MessageRule> rules = read();
        byEvent = rules.stream().collect(Collectors.groupingBy(MessageRule::event));
        byKind = rules.stream().collect(Collectors.toMap(MessageRule::kind, Function.identity()));
    }

    /** The rows about an event; none if nobody is told. */
    public List<MessageRule> about(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** The row of a kind; empty if it is not, or no longer, in the table. */
    public Optional<MessageRule> rule(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** All rows. */
    public Collection<MessageRule> all() {
        return byKind.values();
    }

    /** The words of a message in a language, with its values filled in. */
    public MessageRule.Words words(String kind, Map<String, Object> details, Locale language) {
        MessageRule rule = byKind.get(kind);
        if (rule == null) {
            return new MessageRule.Words(kind, "");
        }
        boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        MessageRule.Words words = english ? rule.en() : rule.zh();
        return new MessageRule.Words(fill(words.title(), details, english), fill(words.text(), details, english));
    }

    private static String fill(String text, Map<String, Object> details, boolean english) {
        String filled = text;
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            String placeholder = "{" + detail.getKey() + "}";
            if (filled.contains(placeholder)) {
                filled = filled.replace(placeholder, Values.say(detail.getKey(), detail.getValue(), english));
            }
        }
        return filled;
    }

    private static List<MessageRule> read() {
        try (InputStream table = MessageTable.class.getResourceAsStream("/messages.yaml")) {
            return Arrays.asList(new ObjectMapper(new YAMLFactory()).readValue(table, MessageRule[].class));
        } catch (IOException broken) {
            throw new UncheckedIOException("messages.yaml does not read", broken);
        }
    }
}
