package org.linli.activity.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;

/** Statistics of service and orders over HTTP. */
@Path("/api/v1/statistics/service")
@Tag(name = "statistics")
public class StatisticsResource {
    private static final String CODE = "\\d{12}";
    private static final String PERIOD = "all|\\d{4}|\\d{4}-(0[1-9]|1[0-2])";

    private final StatisticsUseCase statistics;
    private final Answers answers;

    @Inject
    StatisticsResource(StatisticsUseCase statistics, Answers answers) {
        this.statistics = statistics;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Service and orders in a division: for all time, a year (2026) or a month (2026-11)")
    @APIResponseSchema(value = ServiceStatistics.class, responseCode = "200")
    public Uni<Response> one(
            @QueryParam("division") @NotNull @Pattern(regexp = CODE) String division,
            @QueryParam("period") @DefaultValue("all") @Pattern(regexp = PERIOD) String period) {
        return statistics.one(division, period).map(answers::ok);
    }

    @GET
    @Path("/by-division")
    @Operation(summary = "The same for each division right below one, by code")
    public Uni<Response> children(
            @QueryParam("division") @NotNull @Pattern(regexp = CODE) String division,
            @QueryParam("period") @DefaultValue("all") @Pattern(regexp = PERIOD) String period,
            @Valid @BeanParam Paging paging) {
        return statistics.children(division, period, paging).map(answers::ok);
    }
}
