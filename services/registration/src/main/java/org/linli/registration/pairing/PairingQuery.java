package org.linli.registration.pairing;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What pairings are listed by. */
public class PairingQuery {
    @Parameter(description = "Only those of this volunteer.")
    @QueryParam("volunteerId")
    UUID volunteerId;

    @Parameter(description = "Only those of this recipient.")
    @QueryParam("recipientId")
    UUID recipientId;

    @Parameter(description = "Only those that last, or only those that ended.")
    @QueryParam("active")
    Boolean active;
}
