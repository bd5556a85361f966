package org.linli.registration.team;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;
import org.linli.registration.RegistrationRefusal;

/** Teams over HTTP. */
@Path("/api/v1/teams")
@Tag(name = "teams")
@Produces(MediaType.APPLICATION_JSON)
public class TeamResource {
    private static final String COLLECTION = "teams";
    private static final String KINDS = "GENERAL|STANDING|SPECIALTY|STATION|COMMUNITY";

    private final TeamUseCase teams;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    TeamResource(TeamUseCase teams, CurrentCaller current, Answers answers) {
        this.teams = teams;
        this.current = current;
        this.answers = answers;
    }

    /** Who shall lead. */
    record Leader(@NotNull UUID volunteerId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Found a team in a division within the caller's scope")
    public Uni<Response> found(@NotNull @Valid TeamFounding founding) {
        return Steps.unlessTaken(
                        teams.found(current.get(), founding),
                        "team_name_in_division",
                        RegistrationRefusal.TEAM_NAME_TAKEN,
                        "name")
                .map(outcome -> answers.created(COLLECTION, outcome));
    }

    @GET
    @Operation(summary = "Teams in or below a division")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @QueryParam("kind") @Pattern(regexp = KINDS) String kind,
            @Valid @BeanParam Paging paging) {
        return teams.list(division, kind == null ? null : TeamKind.valueOf(kind), paging)
                .map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One team")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return teams.get(id).map(answers::found);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/leader")
    @Operation(summary = "Name the leader of a team: an active member of full age")
    public Uni<Response> nameLeader(
            @PathParam("id") UUID id,
            @NotNull @Valid Leader leader,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return teams.nameLeader(current.get(), id, leader.volunteerId(), ifMatch)
                .map(answers::found);
    }
}
