package org.linli.points.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.http.Answers;

/** Charity funds (慈善基金): what was given to them is no secret. */
@Path("/api/v1/funds")
@Tag(name = "transfers")
public class FundResource {
    private final ReadFundUseCase funds;
    private final Answers answers;

    @Inject
    FundResource(ReadFundUseCase funds, Answers answers) {
        this.funds = funds;
        this.answers = answers;
    }

    @GET
    @Path("/{division}")
    @Operation(summary = "What the charity fund of a division holds in points")
    public Uni<Response> find(@PathParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division) {
        return funds.find(division).map(answers::ok);
    }
}
