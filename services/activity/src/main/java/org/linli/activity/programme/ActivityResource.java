package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.linli.activity.programme.ActivityChange.Target;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Activities (活动). Their sessions and sign-ups are resources of their own. */
@Path("/api/v1/activities")
@Tag(name = "activities")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {
    private final PrepareUseCase preparing;
    private final LifeUseCase living;
    private final ReadActivitiesUseCase reading;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ActivityResource(
            PrepareUseCase preparing,
            LifeUseCase living,
            ReadActivitiesUseCase reading,
            CurrentCaller current,
            Answers answers) {
        this.preparing = preparing;
        this.living = living;
        this.reading = reading;
        this.current = current;
        this.answers = answers;
    }

    /** Why: at most 500 characters, encrypted, in no event. */
    record Because(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Draft an activity: the leader of its team, or whoever coordinates its station or community")
    @APIResponseSchema(value = ActivityView.class, responseCode = "201")
    public Uni<Response> draft(@Valid @NotNull ActivityDraft draft) {
        return preparing.draft(current.get(), draft).map(outcome -> answers.created("activities", outcome));
    }

    @GET
    @Operation(summary = "Activities, newest first; drafts only of one's own")
    public Uni<Response> list(@Valid @BeanParam ActivityFilter filter, @Valid @BeanParam Paging paging) {
        return reading.list(current.get(), filter, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One activity")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @PUT
    @Path("/{id}/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what is planned; after publication only texts, contact and place")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull Planned plan) {
        return preparing.change(target(id, ifMatch), plan).map(answers::found);
    }

    @PUT
    @Path("/{id}/insurance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Attach or renew the accident insurance; something risky is not published without")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> insure(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull InsurancePolicy policy) {
        return preparing.insure(target(id, ifMatch), policy).map(answers::found);
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Operation(summary = "Publish a draft")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return living.publish(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/closing")
    @Idempotent
    @Operation(summary = "Close it: nothing new is scheduled, what is scheduled takes place")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return living.close(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Call it off with a reason; its coming sessions are cancelled and everybody is told")
    @APIResponseSchema(value = ActivityView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Because because) {
        return living.cancel(target(id, ifMatch), because.reason()).map(answers::found);
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, ifMatch, current.get());
    }
}
