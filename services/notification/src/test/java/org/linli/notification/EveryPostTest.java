package org.linli.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.EveryPostIsReplayed;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;
import org.linli.notification.channel.MailServer;
import org.linli.notification.channel.MailServerResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
class EveryPostTest extends EveryPostIsReplayed {
    MailServer mail;

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return Samples.all(surroundings, mail);
    }

    @Override
    protected Set<String> withoutKey() {
        return Set.of(
                // decision 85: asking again voids the code before, and a wrong try must count although it is refused
                "POST /api/v1/channel-addresses/email/code",
                "POST /api/v1/channel-addresses/email/verification",
                // changes nothing
                "POST /api/v1/message-templates/{kind}/preview",
                DeadLetterSamples.withoutKey("notification"));
    }
}
