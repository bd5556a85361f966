package org.linli.registration;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.EveryOperationRefusesBadInput;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Sample;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class BadInputIsRefusedTest extends EveryOperationRefusesBadInput {
    private final AllSamples all = new AllSamples();

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return all.in(surroundings);
    }

    @Override
    protected String foreignToken() {
        District elsewhere = District.fresh(surroundings);
        return elsewhere.tokenOf(Role.DISTRICT_ADMINISTRATOR, elsewhere.code());
    }

    @Override
    protected Set<String> openToForeigners() {
        return AllSamples.openToForeigners();
    }
}
