package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;

/** Series of sessions (系列): changed from a date on, and ended. */
@Path("/api/v1/session-series/{id}")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
    private final SeriesUseCase series;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    SeriesResource(SeriesUseCase series, CurrentCaller current, Answers answers) {
        this.series = series;
        this.current = current;
        this.answers = answers;
    }

    /**
     * How it goes on from a date on.
     *
     * @param plan the new plan; its first day is the date
     * @param reason why dates that the new rule does not name fall away
     */
    record NewRevision(
            @Valid @NotNull NewSeries plan,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * From when on there are no sessions any more.
     *
     * @param from the first date without one
     * @param reason why
     */
    record NewEnd(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Change it from a date on: dates both name keep who signed up, the others fall away")
    @APIResponseSchema(value = SeriesView.class, responseCode = "201")
    public Uni<Response> revise(@PathParam("id") UUID id, @Valid @NotNull NewRevision revision) {
        return series.revise(current.get(), id, revision.plan(), revision.reason())
                .map(outcome -> answers.created("session-series", outcome));
    }

    @POST
    @Path("/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "End it from a date on; the sessions from then on are cancelled")
    @APIResponseSchema(value = SeriesView.class, responseCode = "200")
    public Uni<Response> end(@PathParam("id") UUID id, @Valid @NotNull NewEnd end) {
        return series.end(current.get(), id, end.from(), end.reason()).map(answers::found);
    }
}
