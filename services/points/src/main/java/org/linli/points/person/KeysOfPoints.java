package org.linli.points.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.KeysParts;
import org.linli.kit.person.KeysResource;

/** The keys of personal fields of points. */
@Path("/api/v1/operations/points/keys")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class KeysOfPoints extends KeysResource {
    @Inject
    KeysOfPoints(KeysParts parts) {
        super(parts);
    }
}
