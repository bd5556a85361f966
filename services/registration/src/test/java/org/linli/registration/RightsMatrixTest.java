package org.linli.registration;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.kit.test.EveryOperationAsksForRights;
import org.linli.kit.test.Holders;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class RightsMatrixTest extends EveryOperationAsksForRights {
    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return new AllSamples().in(surroundings);
    }

    @Override
    protected Holders holders() {
        return new GrantedHolders(surroundings);
    }
}
