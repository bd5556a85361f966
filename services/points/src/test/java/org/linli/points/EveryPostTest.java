package org.linli.points;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.kit.test.EveryPostIsReplayed;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class EveryPostTest extends EveryPostIsReplayed {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return PointsSamples.all(surroundings);
    }
}
