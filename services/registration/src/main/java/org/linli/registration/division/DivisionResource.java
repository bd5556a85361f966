package org.linli.registration.division;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.http.SqlOnce;

/** The divisions. Names of places are public: reading them needs a sign-in, no role. */
@Path("/api/v1/divisions")
@Tag(name = "divisions")
@Produces(MediaType.APPLICATION_JSON)
public class DivisionResource {
    /** A division code as it may stand in a request. */
    static final String CODE = "\\d{12}(\\d{3})?";

    private final DivisionUseCase divisions;
    private final DivisionBulkWriter bulk;
    private final SqlOnce once;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    DivisionResource(
            DivisionUseCase divisions, DivisionBulkWriter bulk, SqlOnce once, CurrentCaller current, Answers answers) {
        this.divisions = divisions;
        this.bulk = bulk;
        this.once = once;
        this.current = current;
        this.answers = answers;
    }

    /**
     * A grid to be added.
     *
     * @param code 15 digits: those of the community and three more
     * @param name what people call it
     */
    record NewGrid(
            @NotNull @Pattern(regexp = "\\d{15}") String code,
            @NotBlank @Size(max = 60) String name) {}

    /**
     * A division takes the place of another.
     *
     * @param successor code of the division that counts from now on
     * @param from first day on which it counts instead
     */
    record Succession(
            @NotNull @Pattern(regexp = CODE) String successor,
            @NotNull LocalDate from) {}

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Operation(summary = "Load a file of divisions: code,name,level,parent; all rows or none")
    public Uni<Response> load(@NotNull String file) {
        if (!current.get().holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Uni.createFrom().item(answers.nothing(Outcome.refused(KitRefusal.FORBIDDEN)));
        }
        return once.once(file, connection -> bulk.load(connection, file).map(answers::ok));
    }

    @GET
    @Operation(summary = "Search divisions by part of the name, level and the division above")
    public Uni<Response> search(@Valid @BeanParam DivisionQuery query, @Valid @BeanParam Paging paging) {
        return divisions.search(query, paging).map(answers::ok);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One division")
    public Uni<Response> get(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return divisions.get(code).map(answers::ok);
    }

    @GET
    @Path("/{code}/children")
    @Operation(summary = "The divisions directly below")
    public Uni<Response> children(
            @PathParam("code") @Pattern(regexp = CODE) String code, @Valid @BeanParam Paging paging) {
        return divisions.children(code, paging).map(answers::ok);
    }

    @GET
    @Path("/{code}/path")
    @Operation(summary = "From the province down to this division")
    public Uni<Response> path(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return divisions.path(code).map(outcome -> answers.ok(outcome.map(all -> new Page<>(all, null))));
    }

    @GET
    @Path("/{code}/current")
    @Operation(summary = "The division that stands in its place now, after renamings and mergers")
    public Uni<Response> current(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return divisions.current(code).map(answers::ok);
    }

    @GET
    @Path("/{code}/covers/{other}")
    @Operation(summary = "Whether another division lies in this one")
    public Uni<Response> covers(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("other") @Pattern(regexp = CODE) String other) {
        return divisions.covers(code, other).map(answers::ok);
    }

    @POST
    @Path("/{code}/grids")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a grid under a community")
    public Uni<Response> addGrid(@PathParam("code") @Pattern(regexp = CODE) String code, @Valid @NotNull NewGrid grid) {
        return divisions
                .addGrid(
                        current.get(),
                        code,
                        DivisionCode.of(grid.code()),
                        grid.name().strip())
                .map(outcome -> answers.of(
                        outcome,
                        added -> Response.created(URI.create("/api/v1/divisions/" + added.code()))
                                .entity(added)
                                .build()));
    }

    @POST
    @Path("/{code}/succession")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Another division takes the place of this one (renaming, merger)")
    public Uni<Response> succeed(
            @PathParam("code") @Pattern(regexp = CODE) String code, @Valid @NotNull Succession succession) {
        return divisions
                .succeed(current.get(), code, succession.successor(), succession.from())
                .map(answers::ok);
    }
}
