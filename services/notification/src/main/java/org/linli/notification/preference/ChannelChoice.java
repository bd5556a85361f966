package org.linli.notification.preference;

import java.util.Map;
import org.linli.notification.message.MessageGroup;
import org.linli.notification.message.MessageRule;

/**
 * What somebody chose for one channel; whatever is not named stays as it is by default.
 *
 * @param groups on or off by group
 * @param kinds on or off by kind of message, stronger than its group
 */
public record ChannelChoice(Map<MessageGroup, Boolean> groups, Map<String, Boolean> kinds) {
    /** Nothing chosen. */
    public static final ChannelChoice NONE = new ChannelChoice(Map.of(), Map.of());

    public ChannelChoice {
        groups = Map.copyOf(groups);
        kinds = Map.copyOf(kinds);
    }

    /** Whether a kind of message is wanted on this channel. */
    boolean wants(MessageRule rule, boolean byDefault) {
        return kinds.getOrDefault(rule.kind(), groups.getOrDefault(rule.group(), byDefault));
    }
}
