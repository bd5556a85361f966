package org.linli.activity;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.EveryPostIsReplayed;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Every POST of activity happens once for each key")
class ActivityPostsTest extends EveryPostIsReplayed {
    Surroundings surroundings;

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return Samples.of(surroundings);
    }

    @Override
    protected Set<String> withoutKey() {
        return Set.of(
                // its answer holds a secret that is not kept (decision 40)
                "POST /api/v1/calendar-feeds", DeadLetterSamples.withoutKey("activity"));
    }
}
