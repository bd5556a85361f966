package org.linli.registration.grant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Who may do what where. */
@Path("/api/v1/role-grants")
@Tag(name = "role-grants")
@Produces(MediaType.APPLICATION_JSON)
public class RoleGrantResource {
    private final RoleGrantUseCase grants;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RoleGrantResource(RoleGrantUseCase grants, CurrentCaller current, Answers answers) {
        this.grants = grants;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a role, up to my own and inside my division")
    public Uni<Response> give(@Valid @NotNull GrantRequest request) {
        return grants.give(current.get(), request).map(outcome -> answers.created("role-grants", outcome));
    }

    @GET
    @Operation(summary = "Grants within my scope; my own always")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @QueryParam("account") UUID account,
            @QueryParam("inForce") @DefaultValue("false") boolean inForce,
            @Valid @BeanParam Paging paging) {
        return grants.list(current.get(), division, account, inForce, paging).map(answers::ok);
    }

    @POST
    @Path("/{id}/revocation")
    @Idempotent
    @Operation(summary = "Take a role away, or lay down my own")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        return grants.revoke(current.get(), id).map(answers::found);
    }
}
