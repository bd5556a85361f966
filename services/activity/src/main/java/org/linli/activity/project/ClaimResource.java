package org.linli.activity.project;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;

/** Claims of organisations to projects. */
@Path("/api/v1/project-claims")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {
    private final ClaimUseCase claims;
    private final ReadClaimsUseCase reading;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ClaimResource(ClaimUseCase claims, ReadClaimsUseCase reading, CurrentCaller current, Answers answers) {
        this.claims = claims;
        this.reading = reading;
        this.current = current;
        this.answers = answers;
    }

    /** Why: at most 500 characters, encrypted, in no event. */
    record Because(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "One claim")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Grant a claim, or decline it with a reason: whoever looks after the project")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    public Uni<Response> decide(@PathParam("id") UUID id, @Valid @NotNull ClaimDecision decision) {
        Caller caller = current.get();
        return Steps.then(decision.checked(), fine -> claims.decide(caller, id, fine))
                .map(answers::found);
    }

    @POST
    @Path("/{id}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Give a project back, or take it back, with a reason; its activities stay")
    @APIResponseSchema(value = ClaimView.class, responseCode = "200")
    public Uni<Response> end(@PathParam("id") UUID id, @Valid @NotNull Because because) {
        return claims.end(current.get(), id, because.reason()).map(answers::found);
    }
}
