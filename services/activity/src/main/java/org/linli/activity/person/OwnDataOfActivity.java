package org.linli.activity.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.OwnDataParts;
import org.linli.kit.person.OwnDataResource;

/** What activity holds of me. */
@Path("/api/v1/personal-data/activity")
@Tag(name = "personal-data")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataOfActivity extends OwnDataResource {
    @Inject
    OwnDataOfActivity(OwnDataParts parts) {
        super(parts);
    }
}
