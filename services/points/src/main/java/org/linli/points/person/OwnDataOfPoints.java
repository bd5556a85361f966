package org.linli.points.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.OwnDataParts;
import org.linli.kit.person.OwnDataResource;

/** What points holds of me. */
@Path("/api/v1/personal-data/points")
@Tag(name = "personal-data")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataOfPoints extends OwnDataResource {
    @Inject
    OwnDataOfPoints(OwnDataParts parts) {
        super(parts);
    }
}
