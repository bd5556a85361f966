package org.linli.points.redemption;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;
import org.linli.kit.http.SqlOnce;

/** One's own redemptions. */
@Path("/api/v1/redemptions")
@Tag(name = "redemptions")
public class RedemptionResource {
    private final RedeemUseCase redemptions;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RedemptionResource(RedeemUseCase redemptions, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.redemptions = redemptions;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    /** What is wanted: one of it. */
    record Wish(@NotNull UUID offerId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set points aside for one of an offer; answers the code for the till")
    public Uni<Response> hold(@Valid @NotNull Wish body) {
        Caller caller = current.get();
        return sql.once(
                body,
                Moments.HOLD_COMMITTED,
                connection -> redemptions
                        .hold(connection, caller, body.offerId())
                        .map(outcome -> answers.created("redemptions", outcome)));
    }

    @GET
    @Operation(summary = "One's own redemptions, with the codes of those that can be fetched")
    public Uni<Response> list(@Valid @BeanParam Paging paging) {
        return redemptions.list(current.get(), paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One redemption; its code for its owner only")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return redemptions.find(current.get(), id).map(answers::found);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(summary = "Give up what was set aside: the points return to the same lots")
    public Uni<Response> cancel(@PathParam("id") UUID id) {
        Caller caller = current.get();
        return sql.once(
                null, connection -> redemptions.cancel(connection, caller, id).map(answers::found));
    }
}
