package org.linli.points.dead;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.dead.DeadLettersParts;
import org.linli.kit.dead.DeadLettersResource;

/** The records that points could not consume. */
@Path("/api/v1/operations/points/dead-letters")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersOfPoints extends DeadLettersResource {
    @Inject
    DeadLettersOfPoints(DeadLettersParts parts) {
        super(parts);
    }
}
