package org.linli.activity.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.SqlOnce;

/** What the operator does with statistics. */
@Path("/api/v1/operations/activity/statistics")
@Tag(name = "operations")
public class RecountResource {
    private final RecountUseCase recounts;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RecountResource(RecountUseCase recounts, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.recounts = recounts;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    /** Whether the kept figures are mended if they differ. */
    public record Wanted(@NotNull Boolean repair) {}

    @POST
    @Path("/recount")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count all statistics anew and compare; with repair the new count is kept")
    @APIResponseSchema(value = Recount.class, responseCode = "200")
    public Uni<Response> recount(@NotNull @Valid Wanted wanted) {
        Caller caller = current.get();
        return sql.once(
                wanted,
                connection ->
                        recounts.recount(connection, caller, wanted.repair()).map(answers::ok));
    }
}
