package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;

/** The way of imported volunteers to their own file. */
@Path("/api/v1/volunteers/{id}/account")
@Tag(name = "volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class HandOverResource {
    private final HandOverUseCase files;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    HandOverResource(HandOverUseCase files, CurrentCaller current, Answers answers) {
        this.files = files;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hand the file of an imported volunteer to their own sign-in; the station saw the card")
    public Uni<Response> handOver(@PathParam("id") UUID id, @Valid @NotNull HandOver wanted) {
        return files.handOver(current.get(), id, wanted).map(answers::found);
    }
}
