package org.linli.registration.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.PersonalDataIsCatalogued;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The catalogue of personal data of registration is whole")
class PersonalDataTest extends PersonalDataIsCatalogued {}
