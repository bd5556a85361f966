package org.linli.registration.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** Keys of devices and systems. */
@Path("/api/v1/api-keys")
@Tag(name = "api-keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {
    private final ApiKeyUseCase keys;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ApiKeyResource(ApiKeyUseCase keys, CurrentCaller current, Answers answers) {
        this.keys = keys;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a key with a role that I may give; the key itself is told this once")
    public Uni<Response> make(@Valid @NotNull KeyRequest request) {
        return keys.make(current.get(), request).map(outcome -> answers.created("api-keys", outcome));
    }

    @GET
    @Operation(summary = "Keys in my divisions and of my stations, without the keys themselves")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @Valid @BeanParam Paging paging) {
        return keys.list(current.get(), division, paging).map(answers::ok);
    }

    @POST
    @Path("/{id}/revocation")
    @Idempotent
    @Operation(summary = "End a key; within a second no gateway takes it any more")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        return keys.revoke(current.get(), id).map(answers::found);
    }
}
