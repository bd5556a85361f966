package org.linli.notification.preference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.linli.kit.http.Versioned;
import org.linli.notification.message.MessageGroup;

/**
 * How somebody is told: what was chosen, and beside it what holds by default.
 *
 * @param id the account
 * @param language {@code zh-CN} or {@code en}
 * @param inApp which messages make themselves noticed in the app; the inbox keeps them all
 * @param email which messages come by e-mail too, as soon as an address is verified
 * @param quietHours absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferenceView(
        UUID id,
        String language,
        Choice inApp,
        Choice email,
        PreferenceForm.Quiet quietHours,
        @JsonIgnore long version) implements Versioned {

    /**
     * On or off.
     *
     * @param groups every group of messages
     * @param kinds kinds for which something else was chosen
     */
    record Choice(Map<MessageGroup, Boolean> groups, Map<String, Boolean> kinds) {
        static Choice of(ChannelChoice chosen, Predicate<MessageGroup> byDefault) {
            Map<MessageGroup, Boolean> groups = new EnumMap<>(MessageGroup.class);
            for (MessageGroup group : MessageGroup.values()) {
                groups.put(group, chosen.groups().getOrDefault(group, byDefault.test(group)));
            }
            return new Choice(groups, new TreeMap<>(chosen.kinds()));
        }
    }

    static PreferenceView of(UUID account, Preferences chosen) {
        QuietHours quiet = chosen.quietHours();
        return new PreferenceView(
                account,
                chosen.language().toLanguageTag(),
                Choice.of(chosen.inApp(), group -> true),
                Choice.of(chosen.email(), MessageGroup::mailedByDefault),
                quiet == null
                        ? null
                        : new PreferenceForm.Quiet(
                                quiet.from().toString(), quiet.until().toString()),
                chosen.version());
    }
}
