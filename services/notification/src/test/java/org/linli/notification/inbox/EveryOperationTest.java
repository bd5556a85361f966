package org.linli.notification.inbox;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.EveryOperationRefusesBadInput;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class EveryOperationTest extends EveryOperationRefusesBadInput {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return InboxSamples.all(surroundings);
    }

    @Override
    protected String foreignToken() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }

    /** Everybody has an inbox of their own; these show an empty one to a stranger. */
    @Override
    protected Set<String> openToForeigners() {
        return Set.of(
                "GET /api/v1/inbox",
                "GET /api/v1/inbox/summary",
                "GET /api/v1/inbox/stream",
                "POST /api/v1/inbox/reading");
    }

    /** Other tests' events arrive meanwhile. */
    @Override
    protected Set<String> tablesThatMayChange() {
        return Set.of("inbox", "inbox_head", "waiting_message", "account_copy");
    }
}
