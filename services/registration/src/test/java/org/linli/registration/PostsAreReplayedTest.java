package org.linli.registration;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.EveryPostIsReplayed;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class PostsAreReplayedTest extends EveryPostIsReplayed {
    private final AllSamples all = new AllSamples();

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return all.in(surroundings);
    }

    @Override
    protected Set<String> endsItsCaller() {
        return Set.of("POST /api/v1/erasures/{id}/confirmation");
    }

    @Override
    protected Set<String> withoutKey() {
        return AllSamples.withoutKey();
    }
}
