package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** The sessions (场次) of one activity, and their series. */
@Path("/api/v1/activities/{id}")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class ActivitySessionResource {
    private final ScheduleUseCase scheduling;
    private final SeriesUseCase series;
    private final ReadSessionsUseCase reading;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ActivitySessionResource(
            ScheduleUseCase scheduling,
            SeriesUseCase series,
            ReadSessionsUseCase reading,
            CurrentCaller current,
            Answers answers) {
        this.scheduling = scheduling;
        this.series = series;
        this.reading = reading;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Path("/sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Schedule a session of a published activity")
    @APIResponseSchema(value = SessionView.class, responseCode = "201")
    public Uni<Response> schedule(@PathParam("id") UUID id, @Valid @NotNull NewSession session) {
        return scheduling.schedule(current.get(), id, session).map(outcome -> answers.created("sessions", outcome));
    }

    @GET
    @Path("/sessions")
    @Operation(summary = "All sessions of an activity, by time")
    public Uni<Response> sessions(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return reading.ofActivity(id, current.get(), paging).map(answers::ok);
    }

    @POST
    @Path("/session-series")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Start a series of sessions by a recurrence rule, also by working days")
    @APIResponseSchema(value = SeriesView.class, responseCode = "201")
    public Uni<Response> start(@PathParam("id") UUID id, @Valid @NotNull NewSeries plan) {
        return series.start(current.get(), id, plan).map(outcome -> answers.created("session-series", outcome));
    }

    @GET
    @Path("/session-series")
    @Operation(summary = "The series of an activity, oldest first")
    public Uni<Response> series(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return reading.series(id, current.get(), paging).map(answers::ok);
    }
}
