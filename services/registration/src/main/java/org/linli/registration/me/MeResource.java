package org.linli.registration.me;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;

/** Who I am. */
@Path("/api/v1/me")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final MeUseCase me;
    private final CurrentCaller current;

    @Inject
    MeResource(MeUseCase me, CurrentCaller current) {
        this.me = me;
        this.current = current;
    }

    @GET
    @Operation(summary = "My account, my volunteer and recipient ids, my roles in force")
    public Uni<MeView> me() {
        return me.of(current.get());
    }
}
