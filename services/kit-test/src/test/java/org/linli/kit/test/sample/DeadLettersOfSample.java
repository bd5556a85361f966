package org.linli.kit.test.sample;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.linli.kit.dead.DeadLettersParts;
import org.linli.kit.dead.DeadLettersResource;

/** The records that the sample could not consume. */
@Path("/api/v1/operations/kit-test/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersOfSample extends DeadLettersResource {
    @Inject
    DeadLettersOfSample(DeadLettersParts parts) {
        super(parts);
    }
}
