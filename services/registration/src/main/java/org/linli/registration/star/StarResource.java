package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** Star ratings over HTTP, by volunteer. */
@Path("/api/v1/star-ratings")
@Tag(name = "star-ratings")
@Produces(MediaType.APPLICATION_JSON)
public class StarResource {
    private final StarUseCase stars;
    private final ObjectionUseCase objections;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    StarResource(StarUseCase stars, ObjectionUseCase objections, CurrentCaller current, Answers answers) {
        this.stars = stars;
        this.objections = objections;
        this.current = current;
        this.answers = answers;
    }

    /** Why; those concerned read it. */
    record Because(@NotBlank @Size(max = 500) String reason) {}

    /** Fewer stars, and why. */
    record Downgrade(
            @NotNull @Min(0) @Max(4) Integer stars,
            @NotBlank @Size(max = 500) String reason) {}

    /** Whether an objection is right, and why. */
    record Decision(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "Stars on display before they count, with masked names")
    public Uni<Response> displays(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @Valid @BeanParam Paging paging) {
        return stars.displays(division, paging).map(answers::ok);
    }

    @GET
    @Path("/{volunteerId}")
    @Operation(summary = "The stars and recorded minutes of one volunteer")
    public Uni<Response> get(@PathParam("volunteerId") UUID volunteerId) {
        return stars.get(current.get(), volunteerId).map(answers::found);
    }

    @GET
    @Path("/{volunteerId}/history")
    @Operation(summary = "What happened to the stars of one volunteer, oldest first")
    public Uni<Response> history(@PathParam("volunteerId") UUID volunteerId, @Valid @BeanParam Paging paging) {
        return stars.history(current.get(), volunteerId, paging).map(answers::ok);
    }

    @POST
    @Path("/{volunteerId}/downgrade")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take stars away by a decision")
    public Uni<Response> downgrade(@PathParam("volunteerId") UUID volunteerId, @Valid @NotNull Downgrade downgrade) {
        return stars.downgrade(
                        current.get(),
                        volunteerId,
                        downgrade.stars(),
                        downgrade.reason().strip())
                .map(answers::found);
    }

    @POST
    @Path("/{volunteerId}/selection")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Select a volunteer for five stars, where hours alone do not bring them")
    public Uni<Response> select(@PathParam("volunteerId") UUID volunteerId, @Valid @NotNull Because because) {
        return stars.select(current.get(), volunteerId, because.reason().strip())
                .map(answers::found);
    }

    @POST
    @Path("/{volunteerId}/objections")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Object to a star on display")
    public Uni<Response> object(@PathParam("volunteerId") UUID volunteerId, @Valid @NotNull Because because) {
        return objections
                .object(current.get(), volunteerId, because.reason().strip())
                .map(outcome -> answers.created("star-ratings/" + volunteerId + "/objections", outcome));
    }

    @GET
    @Path("/{volunteerId}/objections")
    @Operation(summary = "Objections to the stars of one volunteer, for those who decide, oldest first")
    public Uni<Response> objections(@PathParam("volunteerId") UUID volunteerId, @Valid @BeanParam Paging paging) {
        return objections.list(current.get(), volunteerId, paging).map(answers::ok);
    }

    @POST
    @Path("/{volunteerId}/objections/{objectionId}/decision")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Uphold an objection, so that the star is declined, or dismiss it")
    public Uni<Response> decide(
            @PathParam("volunteerId") UUID volunteerId,
            @PathParam("objectionId") UUID objectionId,
            @Valid @NotNull Decision decision) {
        return objections
                .decide(
                        current.get(),
                        volunteerId,
                        objectionId,
                        decision.upheld(),
                        decision.reason().strip())
                .map(answers::found);
    }
}
