package org.linli.kit.test.sample;

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
class NotesAreReplayedTest extends EveryPostIsReplayed {

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return SampleCalls.with(surroundings);
    }

    @Override
    protected Set<String> withoutKey() {
        return Set.of(DeadLetterSamples.withoutKey("kit-test"));
    }
}
