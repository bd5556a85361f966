package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;

/** Figures about volunteers: counts without names, for anybody who is signed in. */
@Path("/api/v1/statistics/volunteers")
@Tag(name = "statistics")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private static final String CODE = "\\d{12}(\\d{3})?";
    private static final String PERIOD = "all|[12]\\d{3}(-(0[1-9]|1[0-2]))?";

    private final FiguresReader figures;
    private final Answers answers;

    @Inject
    StatisticsResource(FiguresReader figures, Answers answers) {
        this.figures = figures;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "How many are registered, may serve and served, how long, and which communities are covered")
    public Uni<Response> one(
            @QueryParam("division") @NotNull @Pattern(regexp = CODE) String division,
            @Parameter(description = "all, a year (2026) or a month (2026-11)")
                    @QueryParam("period")
                    @DefaultValue("all")
                    @Pattern(regexp = PERIOD)
                    String period) {
        return figures.of(division, period).map(answers::ok);
    }

    @GET
    @Path("/by-division")
    @Operation(summary = "The same for each division directly below")
    public Uni<Response> children(
            @QueryParam("division") @NotNull @Pattern(regexp = CODE) String division,
            @Parameter(description = "all, a year (2026) or a month (2026-11)")
                    @QueryParam("period")
                    @DefaultValue("all")
                    @Pattern(regexp = PERIOD)
                    String period,
            @Valid @BeanParam Paging paging) {
        return figures.children(division, period, paging).map(answers::ok);
    }
}
