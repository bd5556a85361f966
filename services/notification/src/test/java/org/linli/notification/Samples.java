package org.linli.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.PersonalDataSamples;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.notification.channel.ChannelSamples;
import org.linli.notification.channel.MailServer;
import org.linli.notification.channel.Reader;
import org.linli.notification.feed.EventSamples;
import org.linli.notification.inbox.InboxSamples;

/** A call that succeeds for every operation of the service. */
final class Samples {
    private Samples() {}

    static Map<String, Supplier<Sample>> all(Surroundings surroundings, MailServer mail) {
        Map<String, Supplier<Sample>> all = new HashMap<>(InboxSamples.all(surroundings));
        all.putAll(EventSamples.all(surroundings));
        all.putAll(ChannelSamples.all(surroundings, mail));
        Supplier<String> operator = () -> Reader.official(surroundings, Role.PLATFORM_OPERATOR);
        all.putAll(new PersonalDataSamples(surroundings, "notification", operator).all());
        all.putAll(new DeadLetterSamples(surroundings, "notification", operator).all());
        return all;
    }
}
