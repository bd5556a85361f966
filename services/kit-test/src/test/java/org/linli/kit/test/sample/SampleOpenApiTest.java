package org.linli.kit.test.sample;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OpenApiIsTheCommittedOne;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class SampleOpenApiTest extends OpenApiIsTheCommittedOne {

    @Override
    protected Path committed() {
        return Path.of("src", "test", "resources", "sample-openapi.yaml");
    }
}
