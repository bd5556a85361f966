package org.linli.registration.team;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;
import org.linli.registration.RegistrationRefusal;

/** Who belongs to a team, over HTTP. */
@Path("/api/v1/teams/{id}/memberships")
@Tag(name = "teams")
@Produces(MediaType.APPLICATION_JSON)
public class MembershipResource {
    private static final String STATUSES = "REQUESTED|ACTIVE|DECLINED|ENDED";

    private final MembershipUseCase memberships;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    MembershipResource(MembershipUseCase memberships, CurrentCaller current, Answers answers) {
        this.memberships = memberships;
        this.current = current;
        this.answers = answers;
    }

    /** Why the team declines. */
    record Declined(@NotBlank @Size(max = 500) String reason) {}

    /** Why it ends; may be missing if the volunteer leaves. */
    record Ended(@Size(min = 1, max = 500) String reason) {}

    @POST
    @Idempotent
    @Operation(summary = "Ask to join a team, as a verified volunteer")
    public Uni<Response> request(@PathParam("id") UUID id) {
        return Steps.unlessTaken(
                        memberships.request(current.get(), id),
                        "membership_open_once",
                        RegistrationRefusal.MEMBERSHIP_OPEN_ALREADY,
                        null)
                .map(outcome -> answers.created("teams/" + id + "/memberships", outcome));
    }

    @GET
    @Operation(summary = "Memberships of a team; those who do not decide on them see their own")
    public Uni<Response> list(
            @PathParam("id") UUID id,
            @QueryParam("status") @Pattern(regexp = STATUSES) String status,
            @Valid @BeanParam Paging paging) {
        MembershipStatus wanted = status == null ? null : MembershipStatus.valueOf(status);
        return memberships.list(current.get(), id, wanted, paging).map(answers::ok);
    }

    @GET
    @Path("/{membershipId}")
    @Operation(summary = "One membership, for the volunteer and for those who decide on it")
    public Uni<Response> get(@PathParam("id") UUID id, @PathParam("membershipId") UUID membershipId) {
        return memberships.get(current.get(), id, membershipId).map(answers::found);
    }

    @POST
    @Path("/{membershipId}/approval")
    @Idempotent
    @Operation(summary = "Take the volunteer in, if the team has a place")
    public Uni<Response> approve(@PathParam("id") UUID id, @PathParam("membershipId") UUID membershipId) {
        return memberships.approve(current.get(), id, membershipId).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{membershipId}/refusal")
    @Idempotent
    @Operation(summary = "Decline the volunteer, with a reason")
    public Uni<Response> decline(
            @PathParam("id") UUID id, @PathParam("membershipId") UUID membershipId, @NotNull @Valid Declined declined) {
        return memberships
                .decline(current.get(), id, membershipId, declined.reason())
                .map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{membershipId}/end")
    @Idempotent
    @Operation(summary = "Leave a team, or let a volunteer go with a reason")
    public Uni<Response> end(
            @PathParam("id") UUID id, @PathParam("membershipId") UUID membershipId, @NotNull @Valid Ended ended) {
        return memberships.end(current.get(), id, membershipId, ended.reason()).map(answers::found);
    }
}
