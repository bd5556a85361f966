package org.linli.registration.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** To be forgotten. */
@Path("/api/v1/erasures")
@Tag(name = "personal-data")
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    private final ErasureUseCase erasures;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ErasureResource(ErasureUseCase erasures, CurrentCaller current, Answers answers) {
        this.erasures = erasures;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask that I am erased as a volunteer, or a minor I stand for; nothing happens before I confirm")
    public Uni<Response> ask(@Valid @NotNull ErasureDemand demand) {
        return erasures.ask(current.get(), demand).map(outcome -> answers.created("erasures", outcome));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One demand for erasure")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return erasures.get(current.get(), id).map(answers::found);
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @Operation(summary = "Confirm the demand: the personal data go in every service, and it cannot be undone")
    public Uni<Response> confirm(@PathParam("id") UUID id) {
        return erasures.confirm(current.get(), id).map(answers::found);
    }
}
