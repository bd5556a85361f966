package org.linli.points.redemption;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.SqlOnce;

/** Codes at the till of a shop. */
@Path("/api/v1/merchants/{id}")
@Tag(name = "redemptions")
public class HandOverResource {
    private final HandOverUseCase handOver;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    HandOverResource(HandOverUseCase handOver, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.handOver = handOver;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    /** Six digits that were typed, or what the scanner read. */
    record Shown(@NotBlank @Size(max = 300) String code) {
        @Override
        public String toString() {
            return "Shown[]";
        }
    }

    @POST
    @Path("/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a code is for; nothing changes")
    public Uni<Response> verify(@PathParam("id") UUID id, @Valid @NotNull Shown body) {
        return handOver.verify(current.get(), new HandOverUseCase.Shown(id, body.code()))
                .map(answers::ok);
    }

    @POST
    @Path("/fulfilment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hand over what a code is for, once")
    public Uni<Response> fulfil(@PathParam("id") UUID id, @Valid @NotNull Shown body) {
        Caller caller = current.get();
        return sql.once(
                body,
                Moments.FULFILMENT_COMMITTED,
                connection -> handOver.fulfil(connection, caller, new HandOverUseCase.Shown(id, body.code()))
                        .map(answers::ok));
    }
}
