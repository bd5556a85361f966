package org.linli.points.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.linli.points.ledger.PointsUnit;

/** Points given to others. */
@Path("/api/v1/transfers")
@Tag(name = "transfers")
public class TransferResource {
    private final TransferUseCase transfers;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    TransferResource(TransferUseCase transfers, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.transfers = transfers;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    /**
     * What is given: to a volunteer or to the charity fund of a division.
     *
     * @param unit the scheme; points for service if missing
     * @param amount hundredths
     */
    record Giving(
            UUID toVolunteerId,

            @Pattern(regexp = "\\d{12}(\\d{3})?") String fund,

            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,

            @NotNull @Min(1) @Max(1_000_000_000) Long amount) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give points to another volunteer, or to the charity fund of a division")
    public Uni<Response> give(@Valid @NotNull Giving body) {
        Caller caller = current.get();
        Gift gift = new Gift(
                body.toVolunteerId(),
                body.fund(),
                body.unit() == null ? PointsUnit.POINTS : body.unit(),
                body.amount());
        return sql.once(
                body,
                connection ->
                        transfers.give(connection, caller, gift).map(outcome -> answers.created("transfers", outcome)));
    }

    @GET
    @Operation(summary = "What one gave and received")
    public Uni<Response> list(@Valid @BeanParam Paging paging) {
        return transfers.list(current.get(), paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One transfer or donation")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return transfers.find(current.get(), id).map(answers::found);
    }
}
