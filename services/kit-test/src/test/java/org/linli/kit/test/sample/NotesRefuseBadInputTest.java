package org.linli.kit.test.sample;

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
class NotesRefuseBadInputTest extends EveryOperationRefusesBadInput {

    @Override
    protected Map<String, Supplier<Sample>> samples() {
        return SampleCalls.with(surroundings);
    }

    @Override
    protected String foreignToken() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }

    @Override
    protected Set<String> openToForeigners() {
        // everybody writes notes of their own
        return Set.of("POST /api/v1/notes");
    }
}
