package org.linli.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.EveryOperationAsksForRights;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;
import org.linli.notification.channel.MailServer;
import org.linli.notification.channel.MailServerResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
class RightsMatrixTest extends EveryOperationAsksForRights {
    MailServer mail;

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return Samples.all(surroundings, mail);
    }

    /** Whoever gave an address may have it proven. */
    @Override
    protected Set<String> givesCallersSomething() {
        return Set.of("PUT /api/v1/channel-addresses/email");
    }
}
