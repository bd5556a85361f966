package org.linli.registration.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.OwnDataParts;
import org.linli.kit.person.OwnDataResource;

/** What registration holds of me. */
@Path("/api/v1/personal-data/registration")
@Tag(name = "personal-data")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataOfRegistration extends OwnDataResource {
    @Inject
    OwnDataOfRegistration(OwnDataParts parts) {
        super(parts);
    }
}
