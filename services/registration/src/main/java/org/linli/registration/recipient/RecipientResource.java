package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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

/** Recipients of help over HTTP. */
@Path("/api/v1/recipients")
@Tag(name = "recipients")
@Produces(MediaType.APPLICATION_JSON)
public class RecipientResource {
    private final RecipientUseCase recipients;
    private final RecipientFileUseCase files;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RecipientResource(RecipientUseCase recipients, RecipientFileUseCase files, CurrentCaller current, Answers answers) {
        this.recipients = recipients;
        this.files = files;
        this.current = current;
        this.answers = answers;
    }

    /** Why a recipient leaves; may be missing if the recipient says so. */
    record Withdrawn(@Size(min = 1, max = 500) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Enrol a recipient of help for a station of the caller")
    public Uni<Response> enrol(@NotNull @Valid RecipientEnrolment enrolment) {
        return recipients.enrol(current.get(), enrolment).map(outcome -> answers.created("recipients", outcome));
    }

    @GET
    @Operation(summary = "Recipients within the caller's scope, masked")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @QueryParam("status") @Pattern(regexp = "ACTIVE|WITHDRAWN") String status,
            @Valid @BeanParam Paging paging) {
        RecipientStatus wanted = status == null ? null : RecipientStatus.valueOf(status);
        return recipients.list(current.get(), division, wanted, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One recipient; each reading of the personal fields is put on record")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return files.read(current.get(), id).map(answers::found);
    }

    @GET
    @Path("/{id}/accesses")
    @Operation(summary = "Who read the personal fields of a recipient, newest first")
    public Uni<Response> accesses(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return files.accesses(current.get(), id, paging).map(answers::ok);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "The recipient needs no more help, or leaves")
    public Uni<Response> withdraw(@PathParam("id") UUID id, @NotNull @Valid Withdrawn withdrawn) {
        return recipients.withdraw(current.get(), id, withdrawn.reason()).map(answers::found);
    }
}
