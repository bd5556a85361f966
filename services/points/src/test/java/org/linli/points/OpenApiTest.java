package org.linli.points;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OpenApiIsTheCommittedOne;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class OpenApiTest extends OpenApiIsTheCommittedOne {}
