package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;

/** Who may act at the till of a shop. */
@Path("/api/v1/merchants/{id}")
@Tag(name = "merchants")
public class TillResource {
    private final TillUseCase tills;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    TillResource(TillUseCase tills, CurrentCaller current, Answers answers) {
        this.tills = tills;
        this.current = current;
        this.answers = answers;
    }

    /** The code that somebody was handed; spaces and hyphens do not count. */
    record Brought(@NotBlank @Size(max = 40) String code) {
        @Override
        public String toString() {
            return "Brought[]";
        }
    }

    @POST
    @Path("/till-code")
    @Operation(summary = "Give out a one-time code that opens the till to one sign-in of the shop")
    public Uni<Response> issue(@PathParam("id") UUID id) {
        return tills.issue(current.get(), id).map(answers::ok);
    }

    @POST
    @Path("/till-link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Bring the code: one's own sign-in may act at the till from now on")
    public Uni<Response> link(@PathParam("id") UUID id, @Valid @NotNull Brought body) {
        return tills.link(current.get(), id, body.code()).map(answers::ok);
    }

    @GET
    @Path("/tills")
    @Operation(summary = "Sign-ins that may act at the till of a shop")
    public Uni<Response> list(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return tills.list(current.get(), id, paging).map(answers::ok);
    }

    @DELETE
    @Path("/tills/{tillId}")
    @Operation(summary = "Take a sign-in from the till of a shop, at once")
    public Uni<Response> close(@PathParam("id") UUID id, @PathParam("tillId") UUID tillId) {
        return tills.close(current.get(), id, tillId).map(answers::nothing);
    }
}
