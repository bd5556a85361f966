package org.linli.points;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.EveryPostIsReplayed;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class EveryPostTest extends EveryPostIsReplayed {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return PointsSamples.everything(surroundings);
    }

    /**
     * One-time codes are not kept answers (decision 40), a wrong try must count although it is refused, and a look at a
     * code changes nothing.
     */
    @Override
    protected Set<String> withoutKey() {
        return Set.of(
                "POST /api/v1/merchants/{id}/till-code",
                "POST /api/v1/merchants/{id}/till-link",
                "POST /api/v1/merchants/{id}/verification",
                DeadLetterSamples.withoutKey("points"));
    }
}
