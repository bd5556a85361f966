package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.SqlOnce;

/** Volunteers in bulk: the way of a city from its former system to this one. */
@Path("/api/v1/volunteer-imports")
@Tag(name = "volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class VolunteerImportResource {
    private final ImportVolunteersUseCase imports;
    private final SqlOnce once;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    VolunteerImportResource(ImportVolunteersUseCase imports, SqlOnce once, CurrentCaller current, Answers answers) {
        this.imports = imports;
        this.once = once;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Bring up to 1000 volunteers over from a former system; each row is entered or refused")
    public Uni<Response> bring(@Valid @NotNull ImportBatch batch) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR)) {
            return Uni.createFrom().item(answers.ok(Outcome.refused(KitRefusal.FORBIDDEN)));
        }
        return imports.prepare(caller, batch)
                .chain(rows -> once.once(
                        batch,
                        connection -> imports.enter(connection, caller, batch.source(), rows)
                                .map(report -> answers.ok(Outcome.done(report)))));
    }
}
