package org.linli.notification.channel;

import java.util.List;
import java.util.Map;
import org.linli.notification.message.Audience;
import org.linli.notification.message.MessageGroup;
import org.linli.notification.message.MessageRule;

/**
 * One kind of message: who is told of what, and in which words.
 *
 * @param kind its stable name
 * @param event CloudEvents type that causes it
 * @param tell who is told
 * @param group what it is about
 * @param urgent whether it is told in quiet hours too
 * @param mailedByDefault whether it goes out by e-mail to those who chose nothing
 * @param words by language ({@code zh-CN}, {@code en}); {@code {name}} stands for a value of the event
 */
record TemplateView(
        String kind,
        String event,
        List<Audience> tell,
        MessageGroup group,
        boolean urgent,
        boolean mailedByDefault,
        Map<String, MessageRule.Words> words) {
    TemplateView {
        tell = List.copyOf(tell);
        words = Map.copyOf(words);
    }

    static TemplateView of(MessageRule rule) {
        return new TemplateView(
                rule.kind(),
                rule.event(),
                rule.tell(),
                rule.group(),
                rule.urgent(),
                rule.group().mailedByDefault(),
                Map.of("zh-CN", rule.zh(), "en", rule.en()));
    }
}
