package org.linli.notification.person;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.person.OwnDataParts;
import org.linli.kit.person.OwnDataResource;

/** What notification holds of me. */
@Path("/api/v1/personal-data/notification")
@Tag(name = "personal-data")
@Produces(MediaType.APPLICATION_JSON)
public class OwnDataOfNotification extends OwnDataResource {
    @Inject
    OwnDataOfNotification(OwnDataParts parts) {
        super(parts);
    }
}
