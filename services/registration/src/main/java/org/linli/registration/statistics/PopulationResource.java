package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.DivisionCode;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;

/** Population and urban mark of a division. Public figures: reading them needs a sign-in, no role. */
@Path("/api/v1/divisions/{code}/population")
@Tag(name = "divisions")
@Produces(MediaType.APPLICATION_JSON)
public class PopulationResource {
    private static final String CODE = "\\d{12}(\\d{3})?";

    private final PopulationUseCase populations;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    PopulationResource(PopulationUseCase populations, CurrentCaller current, Answers answers) {
        this.populations = populations;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "What was recorded of a division's population")
    public Uni<Response> get(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return populations.get(code).map(answers::ok);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record the resident population of a division, and whether a community is urban")
    public Uni<Response> put(
            @PathParam("code") @Pattern(regexp = CODE) String code, @Valid @NotNull Population population) {
        return populations.put(current.get(), DivisionCode.of(code), population).map(answers::ok);
    }
}
