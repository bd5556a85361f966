package org.linli.activity.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.checkin.Codes.CodeView;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Check-in and check-out over HTTP. */
@Path("/api/v1/check-ins")
@Tag(name = "check-ins")
class CheckInResource {
    private final ArrivalUseCase arriving;
    private final ToldUseCase told;
    private final ScanUseCase scan;
    private final LeaderListUseCase list;
    private final ReadPresenceUseCase read;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    CheckInResource(
            ArrivalUseCase arriving,
            ToldUseCase told,
            ScanUseCase scan,
            LeaderListUseCase list,
            ReadPresenceUseCase read,
            CurrentCaller current,
            Answers answers) {
        this.arriving = arriving;
        this.told = told;
        this.scan = scan;
        this.list = list;
        this.read = read;
        this.current = current;
        this.answers = answers;
    }

    /**
     * Arriving: the scanned code or the six digits, and where the device says it is.
     *
     * @param requestId the order; may be left out with a scanned code, which names it
     * @param sessionId the session; likewise
     */
    record Arrival(
            UUID requestId,
            UUID sessionId,
            @Size(max = 500) String code,
            @Pattern(regexp = "\\d{6}") String digits,
            @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @Min(0) @Max(1_000_000) Integer accuracyMetres) {
        /** The one that is named; null if none is. */
        Outcome<UUID> service() {
            return requestId != null && sessionId != null
                    ? Outcome.refused(ActivityRefusal.ONE_SERVICE, "sessionId")
                    : Outcome.done(requestId == null ? sessionId : requestId);
        }

        Proof proof() {
            return new Proof(code, digits, longitude, latitude, accuracyMetres);
        }
    }

    /** A line of the leader's list, of an order or of a session. */
    record ListedPresence(
            UUID requestId,
            UUID sessionId,
            @NotNull UUID volunteerId,
            @NotNull Instant arrivedAt,
            @NotNull Instant leftAt) {}

    /** When somebody left who did not check out. */
    record ListedDeparture(@NotNull Instant leftAt) {}

    @GET
    @Path("/codes/{id}")
    @Operation(summary = "The rotating code of an order or a session: for station, team's leader or the person helped")
    @APIResponseSchema(value = CodeView.class, responseCode = "200")
    public Uni<Response> code(@PathParam("id") UUID id) {
        return read.code(id, current.get())
                .map(outcome -> answers.of(
                        outcome,
                        code -> Response.ok(code).cacheControl(neverKept()).build()));
    }

    @GET
    @Operation(summary = "Check-ins of a request or a session for whoever keeps them, else one's own; newest first")
    public Uni<Response> list(
            @QueryParam("requestId") UUID requestId,
            @QueryParam("sessionId") UUID sessionId,
            @Valid @BeanParam Paging paging) {
        return read.list(requestId == null ? sessionId : requestId, current.get(), paging)
                .map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One pair of check-in and check-out")
    @APIResponseSchema(value = CheckInView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return read.one(id, current.get()).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Check in with the scanned code or the six digits")
    @APIResponseSchema(value = CheckInView.class, responseCode = "201")
    public Uni<Response> arrive(@NotNull @Valid Arrival arrival) {
        return Steps.then(arrival.service(), service -> arriving.arrive(current.get(), service, arrival.proof()))
                .map(outcome -> answers.created("check-ins", outcome));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/departure")
    @Operation(summary = "Check out with the same proof; proposes the service record")
    @APIResponseSchema(value = CheckInView.class, responseCode = "200")
    public Uni<Response> leave(@PathParam("id") UUID id, @NotNull @Valid Proof proof) {
        return scan.leave(current.get(), id, proof).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/leader-list")
    @Operation(summary = "Note down the presence of somebody without a phone; who did it stays on record")
    @APIResponseSchema(value = CheckInView.class, responseCode = "201")
    public Uni<Response> note(@NotNull @Valid ListedPresence listed) {
        return noted(listed).map(outcome -> answers.created("check-ins", outcome));
    }

    private Uni<Outcome<CheckInView>> noted(ListedPresence listed) {
        if ((listed.requestId() == null) == (listed.sessionId() == null)) {
            String field = listed.requestId() == null ? "requestId" : "sessionId";
            return Steps.refused(ActivityRefusal.ONE_SERVICE, field);
        }
        if (listed.sessionId() != null) {
            return told.note(
                    current.get(), listed.sessionId(), listed.volunteerId(), listed.arrivedAt(), listed.leftAt());
        }
        return list.note(
                current.get(),
                new LeaderListUseCase.Line(
                        listed.requestId(), listed.volunteerId(), listed.arrivedAt(), listed.leftAt()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/offline-claims")
    @Operation(summary = "Tell what a device kept while it was offline; the leader decides about the hours")
    @APIResponseSchema(value = CheckInView.class, responseCode = "201")
    public Uni<Response> claim(@NotNull @Valid Claim claim) {
        return told.claim(current.get(), claim).map(outcome -> answers.created("check-ins", outcome));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/listed-departure")
    @Operation(summary = "Note down when somebody left who did not check out")
    @APIResponseSchema(value = CheckInView.class, responseCode = "200")
    public Uni<Response> noteDeparture(@PathParam("id") UUID id, @NotNull @Valid ListedDeparture listed) {
        return list.noteDeparture(current.get(), id, listed.leftAt()).map(answers::found);
    }

    private static CacheControl neverKept() {
        CacheControl control = new CacheControl();
        control.setNoStore(true);
        return control;
    }
}
