package org.linli.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.EveryOperationRefusesBadInput;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.notification.channel.MailServer;
import org.linli.notification.channel.MailServerResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
class EveryOperationTest extends EveryOperationRefusesBadInput {
    MailServer mail;

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return Samples.all(surroundings, mail);
    }

    @Override
    protected String foreignToken() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }

    /** Everybody has an inbox of their own; these show an empty one to a stranger. */
    @Override
    protected Set<String> openToForeigners() {
        return Set.of(
                // what is held of oneself
                "GET /api/v1/personal-data/notification",
                "GET /api/v1/personal-data/notification/accesses",
                "GET /api/v1/inbox",
                "GET /api/v1/inbox/summary",
                "GET /api/v1/inbox/stream",
                "POST /api/v1/inbox/reading",
                // everybody has preferences, may give an address, and has a log of what was sent: an empty one here
                "GET /api/v1/notification-preferences",
                "PUT /api/v1/notification-preferences",
                "GET /api/v1/channel-addresses",
                "PUT /api/v1/channel-addresses/email",
                "GET /api/v1/deliveries");
    }

    /** Other tests' events arrive meanwhile. */
    @Override
    protected Set<String> tablesThatMayChange() {
        return Set.of(
                "inbox",
                "inbox_head",
                "waiting_message",
                "account_copy",
                "delivery",
                "feed_head",
                "feed_event",
                "feed_reference");
    }
}
