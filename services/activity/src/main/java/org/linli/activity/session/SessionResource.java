package org.linli.activity.session;

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
import org.linli.activity.session.ScheduleUseCase.Target;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Sessions (场次): what one may take now, and changes of one date. */
@Path("/api/v1/sessions")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private final ScheduleUseCase scheduling;
    private final ReadSessionsUseCase reading;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    SessionResource(ScheduleUseCase scheduling, ReadSessionsUseCase reading, CurrentCaller current, Answers answers) {
        this.scheduling = scheduling;
        this.reading = reading;
        this.current = current;
        this.answers = answers;
    }

    /** Why: at most 500 characters, encrypted, in no event. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "What one may take now: coming sessions around a place or below a division, with places left")
    public Uni<Response> open(@Valid @BeanParam SessionFilter filter, @Valid @BeanParam Paging paging) {
        return reading.open(current.get(), filter, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One session")
    @APIResponseSchema(value = SessionView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change times or places of one date; everybody signed up is told")
    @APIResponseSchema(value = SessionView.class, responseCode = "200")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull NewSession session) {
        return scheduling
                .change(new Target(id, ifMatch, current.get()), session)
                .map(answers::found);
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Cancel one date with a reason; everybody signed up is told")
    @APIResponseSchema(value = SessionView.class, responseCode = "200")
    public Uni<Response> cancel(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull Why why) {
        return scheduling
                .cancel(new Target(id, ifMatch, current.get()), why.reason())
                .map(answers::found);
    }
}
