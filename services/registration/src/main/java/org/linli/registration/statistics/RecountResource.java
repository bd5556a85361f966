package org.linli.registration.statistics;

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
import org.linli.kit.audit.Audit;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.SqlOnce;

/** What an operator does with the figures. */
@Path("/api/v1/operations/registration/statistics")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class RecountResource {
    private final Recounting recounting;
    private final SqlOnce once;
    private final Audit audit;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RecountResource(Recounting recounting, SqlOnce once, Audit audit, CurrentCaller current, Answers answers) {
        this.recounting = recounting;
        this.once = once;
        this.audit = audit;
        this.current = current;
        this.answers = answers;
    }

    /**
     * What to do.
     *
     * @param repair whether recounted figures take the place of wrong ones
     */
    record Wish(@NotNull Boolean repair) {}

    @POST
    @Path("/recount")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count every figure again from volunteers and service records, and compare or repair")
    public Uni<Response> recount(@Valid @NotNull Wish wish) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Uni.createFrom().item(answers.ok(Outcome.refused(KitRefusal.FORBIDDEN)));
        }
        return once.once(
                wish,
                connection -> recounting
                        .recount(connection, wish.repair())
                        .call(found -> found.repaired()
                                ? audit.record(
                                        connection,
                                        caller,
                                        "statistics-repair",
                                        "volunteer_statistics",
                                        null,
                                        found.differenceCount() + " figures")
                                : Uni.createFrom().voidItem())
                        .map(found -> answers.ok(Outcome.done(found))));
    }
}
