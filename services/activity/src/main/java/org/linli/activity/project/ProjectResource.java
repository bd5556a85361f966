package org.linli.activity.project;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.project.ProjectChange.Target;
import org.linli.contracts.DivisionCode;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** The project library (项目库). */
@Path("/api/v1/projects")
@Tag(name = "projects")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectResource {
    private final ProjectUseCase projects;
    private final ClaimUseCase claims;
    private final ReadProjectsUseCase reading;
    private final ReadClaimsUseCase readingClaims;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ProjectResource(
            ProjectUseCase projects,
            ClaimUseCase claims,
            ReadProjectsUseCase reading,
            ReadClaimsUseCase readingClaims,
            CurrentCaller current,
            Answers answers) {
        this.projects = projects;
        this.claims = claims;
        this.reading = reading;
        this.readingClaims = readingClaims;
        this.current = current;
        this.answers = answers;
    }

    /**
     * A project that somebody makes.
     *
     * @param division the community, street, district or city where it is wanted
     * @param plan what it is about
     */
    record NewProject(
            @NotNull DivisionCode division, @NotNull @Valid ProjectPlan plan) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Draft a project: whoever coordinates the whole of its division")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Uni<Response> draft(@Valid @NotNull NewProject project) {
        return projects.draft(current.get(), project.division(), project.plan())
                .map(outcome -> answers.created("projects", outcome));
    }

    @GET
    @Operation(summary = "Projects, newest first; drafts only where one looks after the division")
    public Uni<Response> list(@Valid @BeanParam ProjectFilter filter, @Valid @BeanParam Paging paging) {
        return reading.list(current.get(), filter, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One project")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @PUT
    @Path("/{id}/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what a project is about; of an open one not the kind of service")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ProjectPlan plan) {
        return projects.change(target(id, ifMatch), plan).map(answers::found);
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Operation(summary = "Open a project: everybody sees it, and organisations may claim it")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Uni<Response> publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return projects.publish(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/closing")
    @Idempotent
    @Operation(summary = "Close a project: no claims and no new activities any more, undecided claims are declined")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Uni<Response> close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return projects.close(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Claim a project for a team or a station (认领)")
    @APIResponseSchema(value = ClaimView.class, responseCode = "201")
    public Uni<Response> claim(@PathParam("id") UUID id, @Valid @NotNull NewClaim claim) {
        return claims.ask(current.get(), id, claim).map(outcome -> answers.created("project-claims", outcome));
    }

    @GET
    @Path("/{id}/claims")
    @Operation(summary = "Claims to a project, oldest first: granted ones, one's own, all for those who look after it")
    public Uni<Response> claims(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return readingClaims.of(id, current.get(), paging).map(answers::ok);
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, ifMatch, current.get());
    }
}
