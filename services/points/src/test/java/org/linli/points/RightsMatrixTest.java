package org.linli.points;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.kit.test.EveryOperationAsksForRights;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class RightsMatrixTest extends EveryOperationAsksForRights {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return PointsSamples.everything(surroundings);
    }
}
