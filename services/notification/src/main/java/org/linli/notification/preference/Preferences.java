package org.linli.notification.preference;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.linli.notification.message.MessageRule;

/**
 * How somebody wants to be told (通知偏好). The inbox keeps every message whatever is chosen here: the choice is about
 * what makes itself noticed.
 *
 * @param language of what is sent
 * @param inApp which messages make themselves noticed in the app
 * @param email which messages come by e-mail too
 * @param quietHours null if there are none
 * @param version 0 if nothing was ever chosen
 */
public record Preferences(
        Locale language, ChannelChoice inApp, ChannelChoice email, QuietHours quietHours, long version) {
    /** Of somebody who chose nothing: Chinese, everything noticed, e-mail by group, no quiet hours. */
    public static final Preferences UNTOUCHED =
            new Preferences(Locale.SIMPLIFIED_CHINESE, ChannelChoice.NONE, ChannelChoice.NONE, null, 0);

    public Preferences {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(inApp, "inApp");
        Objects.requireNonNull(email, "email");
    }

    /** Whether a message that arrives now makes itself noticed in the app; the inbox has it in any case. */
    public boolean rings(MessageRule rule, Instant now) {
        return inApp.wants(rule, true) && !earliest(rule, now).isAfter(now);
    }

    /** Whether a message goes out by e-mail too. */
    public boolean mails(MessageRule rule) {
        return email.wants(rule, rule.group().mailedByDefault());
    }

    /** When a message may be sent at the earliest: now, or when the quiet hours end. Urgent ones do not wait. */
    public Instant earliest(MessageRule rule, Instant now) {
        return quietHours == null || rule.urgent() ? now : quietHours.endAfter(now);
    }
}
