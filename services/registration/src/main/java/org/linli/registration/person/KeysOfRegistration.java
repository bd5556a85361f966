package org.linli.registration.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.KeysParts;
import org.linli.kit.person.KeysResource;

/** The keys of personal fields of registration. */
@Path("/api/v1/operations/registration/keys")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class KeysOfRegistration extends KeysResource {
    @Inject
    KeysOfRegistration(KeysParts parts) {
        super(parts);
    }
}
