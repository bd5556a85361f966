package org.linli.activity.record;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.record.ReadRecordsUseCase.ServiceSummary;
import org.linli.activity.record.RecordChange.Target;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Service records over HTTP. */
@Path("/api/v1/service-records")
@Tag(name = "service-records")
class ServiceRecordResource {
    private final ReadRecordsUseCase read;
    private final EnterUseCase enter;
    private final DecideUseCase decide;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ServiceRecordResource(
            ReadRecordsUseCase read, EnterUseCase enter, DecideUseCase decide, CurrentCaller current, Answers answers) {
        this.read = read;
        this.enter = enter;
        this.decide = decide;
        this.current = current;
        this.answers = answers;
    }

    /** Why something is refused or objected to. */
    record RecordReason(@NotBlank @Size(max = 500) String reason) {}

    /** How many minutes are right, and why; what proves them if they are more than was recorded. */
    record RightMinutes(
            @NotNull @Min(0) @Max(1440) Integer minutes,
            @NotBlank @Size(max = 500) String reason,
            @Size(max = 1000) String evidence) {}

    /** What came of an objection. */
    enum ObjectionOutcome {
        /** The record is right as it is. */
        UPHELD,
        /** The volunteer is right. */
        CORRECTED
    }

    /** What came of an objection, and why; if it changes the minutes, which are right, and what proves more of them. */
    record ObjectionDecision(
            @NotNull ObjectionOutcome decision,
            @Min(0) @Max(1440) Integer minutes,
            @NotBlank @Size(max = 500) String reason,
            @Size(max = 1000) String evidence) {}

    @GET
    @Operation(summary = "Records one may see: one's own, those of teams one leads, those in scope; newest first")
    public Uni<Response> list(@Valid @BeanParam RecordParameters wanted, @Valid @BeanParam Paging paging) {
        return read.list(wanted, current.get(), paging).map(answers::ok);
    }

    @GET
    @Path("/overdue")
    @Operation(summary = "Proposed records that should have been decided: 10 working days after service (Order 67)")
    public Uni<Response> overdue(@Valid @BeanParam RecordParameters wanted, @Valid @BeanParam Paging paging) {
        return read.overdue(wanted, current.get(), paging).map(answers::ok);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "Confirmed minutes of a volunteer, by category; one's own without a parameter")
    @APIResponseSchema(value = ServiceSummary.class, responseCode = "200")
    public Uni<Response> summary(@QueryParam("volunteerId") UUID volunteerId) {
        return read.summary(volunteerId, current.get()).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One record")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return read.one(id, current.get()).map(answers::found);
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Everything that happened to a record and to the entries it replaced, oldest first")
    public Uni<Response> history(@PathParam("id") UUID id) {
        return read.history(id, current.get()).map(answers::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Enter hours by hand, with evidence; they need a second approver and a confirmation")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "201")
    public Uni<Response> enter(@NotNull @Valid ManualEntry entry) {
        return enter.enter(current.get(), entry).map(outcome -> answers.created("service-records", outcome));
    }

    @POST
    @Idempotent
    @Path("/{id}/approval")
    @Operation(summary = "Stand in for a manual entry as the second approver")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return decide.approve(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @Operation(summary = "Let the hours count: the team's leader, without a team the station's coordinator")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return decide.confirm(target(id, ifMatch)).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/refusal")
    @Operation(summary = "Refuse proposed hours with a reason")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> refuse(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordReason why) {
        return decide.refuse(target(id, ifMatch), why.reason()).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/objection")
    @Operation(summary = "Object to one's own decided record (Order 67, art. 13)")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> object(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordReason why) {
        return decide.object(target(id, ifMatch), why.reason()).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/objection-decision")
    @Operation(summary = "Decide an objection: the record stands, or a new entry with other minutes takes its place")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "200")
    public Uni<Response> decideObjection(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ObjectionDecision decision) {
        Target target = target(id, ifMatch);
        return switch (decision.decision()) {
            case UPHELD -> decide.uphold(target, decision.reason()).map(answers::found);
            case CORRECTED ->
                decide.correctAfterObjection(target, decision.minutes(), decision.reason(), decision.evidence())
                        .map(answers::found);
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Path("/{id}/correction")
    @Operation(
            summary = "Put a new entry in the place of a counted one; more minutes need an administrator and"
                    + " evidence, and earn nothing")
    @APIResponseSchema(value = ServiceRecordView.class, responseCode = "201")
    public Uni<Response> correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RightMinutes right) {
        return decide.correct(target(id, ifMatch), right.minutes(), right.reason(), right.evidence())
                .map(outcome -> answers.created("service-records", outcome));
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, ifMatch, current.get());
    }
}
