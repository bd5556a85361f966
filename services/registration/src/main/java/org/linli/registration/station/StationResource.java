package org.linli.registration.station;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;
import org.linli.registration.RegistrationRefusal;

/** Stations over HTTP. */
@Path("/api/v1/stations")
@Tag(name = "stations")
@Produces(MediaType.APPLICATION_JSON)
public class StationResource {
    private static final String CODE = "\\d{12}(\\d{3})?";
    private static final String KINDS = "CENTRE|INSTITUTE|STATION|SERVICE_POINT";
    private static final String LEVELS = "PROVINCE|CITY|DISTRICT|STREET|COMMUNITY|GRID";

    private final StationUseCase stations;
    private final StationSearch search;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    StationResource(StationUseCase stations, StationSearch search, CurrentCaller current, Answers answers) {
        this.stations = stations;
        this.search = search;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Open a station in a division within the caller's scope")
    public Uni<Response> open(@NotNull @Valid StationOpening opening) {
        return Steps.unlessTaken(
                        stations.open(current.get(), opening),
                        "station_name_in_division",
                        RegistrationRefusal.STATION_NAME_TAKEN,
                        "name")
                .map(outcome -> answers.created("stations", outcome));
    }

    @GET
    @Operation(summary = "Stations in or below a division, or those near a place with the nearest first")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = CODE) String division,
            @QueryParam("kind") @Pattern(regexp = KINDS) String kind,
            @Parameter(description = "longitude,latitude in WGS84 degrees; without a division")
                    @QueryParam("near")
                    @Pattern(regexp = "-?\\d{1,3}(\\.\\d{1,15})?,-?\\d{1,2}(\\.\\d{1,15})?")
                    String near,
            @Parameter(description = "metres around that place; 1000 if missing") @QueryParam("within") @Min(1)
                    Integer within,
            @Valid @BeanParam Paging paging) {
        StationKind wanted = kind == null ? null : StationKind.valueOf(kind);
        return near == null
                ? stations.list(division, wanted, paging).map(answers::ok)
                : search.near(near, within, division, wanted, paging).map(answers::ok);
    }

    @GET
    @Path("/coverage")
    @Operation(summary = "Divisions of a level that no station serves")
    public Uni<Response> uncovered(
            @QueryParam("below") @NotNull @Pattern(regexp = CODE) String below,
            @QueryParam("level") @DefaultValue("COMMUNITY") @Pattern(regexp = LEVELS) String level,
            @Valid @BeanParam Paging paging) {
        return search.uncovered(below, DivisionLevel.valueOf(level), paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One station")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return stations.get(id).map(answers::found);
    }
}
