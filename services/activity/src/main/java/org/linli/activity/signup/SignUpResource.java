package org.linli.activity.signup;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.signup.SignUpChange.Target;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;
import org.linli.kit.http.ProblemTexts;

/** Sign-ups for sessions (报名). What happened to one is a sub-resource. */
@Path("/api/v1/sign-ups")
@Tag(name = "sign-ups")
@Produces(MediaType.APPLICATION_JSON)
public class SignUpResource {
    private final SignUpUseCase signingUp;
    private final PlaceUseCase places;
    private final HandoverUseCase handovers;
    private final MissUseCase misses;
    private final ReadSignUpsUseCase reading;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    SignUpResource(
            SignUpUseCase signingUp,
            PlaceUseCase places,
            HandoverUseCase handovers,
            MissUseCase misses,
            ReadSignUpsUseCase reading,
            CurrentCaller current,
            Answers answers) {
        this.signingUp = signingUp;
        this.places = places;
        this.handovers = handovers;
        this.misses = misses;
        this.reading = reading;
        this.current = current;
        this.answers = answers;
    }

    /** Why: at most 500 characters, encrypted, in no event. */
    record Because(@NotBlank @Size(max = 500) String reason) {}

    /** @param acceptSoftConflicts whether little time between this and something else is all right */
    record Consent(Boolean acceptSoftConflicts) {
        boolean accepts() {
            return acceptSoftConflicts != null && acceptSoftConflicts;
        }
    }

    /**
     * To whom a place is offered.
     *
     * @param volunteerId to whom
     * @param inExchangeFor the session whose place of theirs is wanted instead; left out for nothing
     */
    record Handover(@NotNull UUID volunteerId, UUID inExchangeFor) {}

    /**
     * What is decided about an appeal.
     *
     * @param excused whether the reason is accepted
     * @param reason why; at most 500 characters, encrypted, in no event
     */
    record Decision(
            @NotNull Boolean excused,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "Sign-ups of a session for whoever organises it, else one's own")
    public Uni<Response> list(@BeanParam SignUpFilter filter, @Valid @BeanParam Paging paging) {
        return reading.list(filter, current.get(), paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One sign-up")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Sign up: a place, or a number on the waitlist; refused with every reason at once")
    @APIResponseSchema(value = SignUpView.class, responseCode = "201")
    public Uni<Response> signUp(@NotNull @Valid NewSignUp signUp, @Context HttpHeaders headers) {
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return signingUp
                .signUp(current.get(), signUp, ProblemTexts.languageOf(language))
                .map(outcome -> answers.created("sign-ups", outcome));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Take the place that is offered, in time")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Consent consent) {
        return places.take(target(id, ifMatch), consent.accepts()).map(answers::found);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "Give the place back, or wait no longer")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return places.withdraw(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "The organiser strikes somebody off with a reason")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Because because) {
        return places.cancel(target(id, ifMatch), because.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/handover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Offer one's place to another volunteer or exchange it")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> handOver(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Handover handover) {
        return handovers
                .offer(target(id, ifMatch), handover.volunteerId(), handover.inExchangeFor())
                .map(answers::found);
    }

    @POST
    @Path("/{id}/handover/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Take the place of somebody else; answers with one's own sign-up")
    @APIResponseSchema(value = SignUpView.class, responseCode = "201")
    public Uni<Response> acceptHandover(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Consent consent) {
        return handovers
                .accept(target(id, ifMatch), consent.accepts())
                .map(outcome -> answers.created("sign-ups", outcome));
    }

    @POST
    @Path("/{id}/handover/declination")
    @Idempotent
    @Operation(summary = "Do not take the place of somebody else")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> declineHandover(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return handovers.decline(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Path("/{id}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Say why one was not there, once")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> appeal(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Because because) {
        return misses.appeal(target(id, ifMatch), because.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/appeal/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "The organiser decides whether the reason is accepted")
    @APIResponseSchema(value = SignUpView.class, responseCode = "200")
    public Uni<Response> decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Decision decision) {
        return misses.decide(target(id, ifMatch), decision.excused(), decision.reason())
                .map(answers::found);
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, ifMatch, current.get());
    }
}
