package org.linli.points.badge;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Badges: one's own, and those of people in one's division. */
@Path("/api/v1/badges")
@Tag(name = "badges")
public class BadgeResource {
    private final BadgeUseCase badges;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    BadgeResource(BadgeUseCase badges, CurrentCaller current, Answers answers) {
        this.badges = badges;
        this.current = current;
        this.answers = answers;
    }

    /** Why a badge is taken back; its holder reads it. */
    public record Revocation(@NotBlank @Size(max = 300) String reason) {}

    @GET
    @Operation(summary = "My badges, or those of somebody in my division")
    public Uni<Response> list(@QueryParam("volunteerId") UUID volunteerId, @Valid @BeanParam Paging paging) {
        return badges.list(current.get(), volunteerId, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One badge")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return badges.find(current.get(), id).map(answers::found);
    }

    @GET
    @Path("/{id}/credential")
    @Operation(summary = "The Open Badges 3.0 credential of my badge, as a signed JWT")
    public Uni<Response> credential(@PathParam("id") UUID id) {
        return badges.credential(current.get(), id).map(answers::ok);
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Take a badge back by a decision")
    public Uni<Response> revoke(@PathParam("id") UUID id, @Valid @NotNull Revocation body) {
        return badges.revoke(current.get(), id, body.reason().strip()).map(answers::found);
    }
}
