package org.linli.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.linli.notification.message.MessageGroup;

/**
 * What somebody chooses, whole: what is not named is as it is by default.
 *
 * @param language {@code zh-CN} or {@code en}, of what is sent
 * @param inApp which messages make themselves noticed in the app
 * @param email which messages come by e-mail too
 * @param quietHours none if absent
 */
record PreferenceForm(
        @NotNull @Pattern(regexp = "zh-CN|en") String language,
        @Valid Choice inApp,
        @Valid Choice email,
        @Valid Quiet quietHours) {

    /**
     * On or off.
     *
     * @param groups by group of messages
     * @param kinds by kind of message, stronger than its group
     */
    record Choice(
            @Size(max = 50) Map<MessageGroup, @NotNull Boolean> groups,
            @Size(max = 200) Map<@Size(max = 100) String, @NotNull Boolean> kinds) {
        ChannelChoice choice() {
            return new ChannelChoice(groups == null ? Map.of() : groups, kinds == null ? Map.of() : kinds);
        }
    }

    /**
     * Quiet hours, every day in Asia/Shanghai.
     *
     * @param from the first quiet minute, {@code HH:mm}
     * @param until the first minute that is not quiet any more; before {@code from}: on the next day
     */
    record Quiet(
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String until) {
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    }
}
