package org.linli.registration.volunteer;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** The volunteers. Personal fields are masked in every answer but that of a revelation. */
@Path("/api/v1/volunteers")
@Tag(name = "volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class VolunteerResource {
    private final RegisterVolunteerUseCase registration;
    private final VolunteerUseCase volunteers;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    VolunteerResource(
            RegisterVolunteerUseCase registration,
            VolunteerUseCase volunteers,
            CurrentCaller current,
            Answers answers) {
        this.registration = registration;
        this.volunteers = volunteers;
        this.current = current;
        this.answers = answers;
    }

    /** Why somebody decides so; the volunteer reads it. */
    record Reason(@NotBlank @Size(max = 300) String reason) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register myself as a volunteer; again after a rejection or a withdrawal")
    public Uni<Response> register(@Valid @NotNull RegistrationForm form) {
        return registration.register(current.get(), form).map(outcome -> answers.created("volunteers", outcome));
    }

    @GET
    @Operation(summary = "Volunteers within my scope, masked")
    public Uni<Response> list(@Valid @BeanParam VolunteerQuery query, @Valid @BeanParam Paging paging) {
        return volunteers.list(current.get(), query.search(), paging).map(answers::ok);
    }

    /** A list that is asked for with personal data. They stand in the body, which no log keeps; nothing is created. */
    @POST
    @Path("/searches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Volunteers within my scope, masked, by name or phone number")
    public Uni<Response> search(@Valid @NotNull VolunteerSearch wanted, @Valid @BeanParam Paging paging) {
        return volunteers.list(current.get(), wanted, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One volunteer, masked")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return volunteers.get(current.get(), id).map(answers::found);
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @Operation(summary = "The data were checked: the volunteer may serve")
    public Uni<Response> verify(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(id, VolunteerMove.VERIFICATION, null, ifMatch);
    }

    @POST
    @Path("/{id}/rejection")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The data are wrong; the person may correct them and register again")
    public Uni<Response> reject(
            @PathParam("id") UUID id,
            @Valid @NotNull Reason reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(id, VolunteerMove.REJECTION, reason, ifMatch);
    }

    @POST
    @Path("/{id}/suspension")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The volunteer may not serve for now")
    public Uni<Response> suspend(
            @PathParam("id") UUID id,
            @Valid @NotNull Reason reason,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(id, VolunteerMove.SUSPENSION, reason, ifMatch);
    }

    @POST
    @Path("/{id}/reinstatement")
    @Idempotent
    @Operation(summary = "A suspension ends")
    public Uni<Response> reinstate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(id, VolunteerMove.REINSTATEMENT, null, ifMatch);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "The volunteer leaves")
    public Uni<Response> withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(id, VolunteerMove.WITHDRAWAL, null, ifMatch);
    }

    /** Changes nothing, so nothing to replay: each reading is on record by itself, and no answer of it is kept. */
    @POST
    @Path("/{id}/revelation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The personal fields in full; put on record with the reason")
    public Uni<Response> reveal(@PathParam("id") UUID id, @Valid @NotNull Reason reason) {
        return volunteers.reveal(current.get(), id, reason.reason().strip()).map(answers::ok);
    }

    @GET
    @Path("/{id}/revelations")
    @Operation(summary = "Who read the personal fields in full, when and why, newest first")
    public Uni<Response> revelations(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return volunteers.revelations(current.get(), id, paging).map(answers::ok);
    }

    private Uni<Response> move(UUID id, VolunteerMove move, Reason reason, String ifMatch) {
        String why = reason == null ? null : reason.reason().strip();
        return volunteers.move(current.get(), id, move, why, ifMatch).map(answers::found);
    }
}
