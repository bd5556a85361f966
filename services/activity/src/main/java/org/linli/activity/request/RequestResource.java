package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.linli.activity.ActivityRefusal;
import org.linli.activity.request.RequestChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;

/** Orders for help (点单、派单、接单、评单). What happened to one is a sub-resource. */
@Path("/api/v1/requests")
@Tag(name = "requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private final SubmitUseCase submitting;
    private final JudgeUseCase judging;
    private final DispatchUseCase dispatching;
    private final AnswerUseCase answering;
    private final ServeUseCase serving;
    private final ReviewUseCase reviewing;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RequestResource(
            SubmitUseCase submitting,
            JudgeUseCase judging,
            DispatchUseCase dispatching,
            AnswerUseCase answering,
            ServeUseCase serving,
            ReviewUseCase reviewing,
            CurrentCaller current,
            Answers answers) {
        this.submitting = submitting;
        this.judging = judging;
        this.dispatching = dispatching;
        this.answering = answering;
        this.serving = serving;
        this.reviewing = reviewing;
        this.current = current;
        this.answers = answers;
    }

    /** Why: at most 500 characters, encrypted, in no event. */
    record Because(@NotBlank @Size(max = 500) String reason) {}

    /** To whom an order is offered: exactly one of the two. */
    record NewDispatch(UUID volunteerId, UUID teamId) {
        Outcome<Offer> offer() {
            if ((volunteerId == null) == (teamId == null)) {
                return Outcome.refused(ActivityRefusal.OFFER_TO_ONE, "volunteerId");
            }
            return Outcome.done(volunteerId == null ? new Offer.ToTeam(teamId) : new Offer.ToVolunteer(volunteerId));
        }
    }

    /**
     * A review.
     *
     * @param stars 1 to 5
     * @param text what there is to say; may be left out
     */
    record NewReview(
            @NotNull @Min(1) @Max(5) Integer stars,
            @Size(max = 1000) String text) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Order help: a recipient for oneself, or a station for a recipient by proxy or phone")
    @APIResponseSchema(value = RequestView.class, responseCode = "201")
    public Uni<Response> submit(@Valid @NotNull Submission submission) {
        return submitting.submit(current.get(), submission).map(outcome -> answers.created("requests", outcome));
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @Operation(summary = "The station checked the order")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> verify(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return judging.verify(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "The station refuses the order with a reason")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> reject(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Because because) {
        return judging.reject(target(id, ifMatch), because.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "The recipient or the station withdraws the order")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Because because) {
        return judging.cancel(target(id, ifMatch), because.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/dispatches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Offer the order to a volunteer or to a team")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> dispatch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull NewDispatch dispatch) {
        return Steps.then(dispatch.offer(), offer -> dispatching.dispatch(target(id, ifMatch), offer))
                .map(answers::found);
    }

    @POST
    @Path("/{id}/acceptance")
    @Idempotent
    @Operation(summary = "Take the order: the volunteer it is offered to, or the first of the team")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> accept(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answering.accept(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/declination")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Decline the offer, or give an accepted order back, with a reason")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> decline(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Because because) {
        return answering.decline(target(id, ifMatch), because.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/start")
    @Idempotent
    @Operation(summary = "The volunteer begins; a check-in does the same")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> start(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return serving.start(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/completion")
    @Idempotent
    @Operation(summary = "The volunteer has done the work and checked out")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> complete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return serving.complete(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Review the other side, once a round")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> review(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull NewReview review) {
        return reviewing
                .review(target(id, ifMatch), review.stars(), review.text())
                .map(answers::found);
    }

    @POST
    @Path("/{id}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Open the order again after a bad review of the recipient")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Because because) {
        return reviewing.reopen(target(id, ifMatch), because.reason()).map(answers::found);
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, ifMatch, current.get());
    }
}
