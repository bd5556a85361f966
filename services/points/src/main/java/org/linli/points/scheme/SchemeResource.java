package org.linli.points.scheme;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;

/** Schemes: everybody may read what points are good for, the platform's operator sets the terms. */
@Path("/api/v1/points-schemes")
@Tag(name = "points-schemes")
public class SchemeResource {
    private final SchemeUseCase schemes;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    SchemeResource(SchemeUseCase schemes, CurrentCaller current, Answers answers) {
        this.schemes = schemes;
        this.current = current;
        this.answers = answers;
    }

    /** All schemes: a handful, never paged. */
    public record All(List<Scheme> items) {
        public All {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(summary = "All schemes with their terms")
    public Uni<All> list() {
        return schemes.list().map(All::new);
    }

    @GET
    @Path("/{unit}")
    @Operation(summary = "The terms of one unit")
    public Uni<Response> find(@PathParam("unit") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit) {
        return schemes.find(unit).map(answers::found);
    }

    @PUT
    @Path("/{unit}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set the terms of a unit; what is already credited keeps its end")
    public Uni<Response> change(
            @PathParam("unit") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull SchemeTerms terms) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Uni.createFrom().item(answers.ok(Outcome.refused(KitRefusal.FORBIDDEN)));
        }
        return schemes.change(caller, unit, ifMatch, terms).map(answers::found);
    }
}
