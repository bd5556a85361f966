package org.linli.activity;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OpenApiIsTheCommittedOne;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The OpenAPI of activity")
class ActivityOpenApiTest extends OpenApiIsTheCommittedOne {}
