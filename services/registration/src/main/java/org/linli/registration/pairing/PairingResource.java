package org.linli.registration.pairing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Pairings over HTTP. */
@Path("/api/v1/pairings")
@Tag(name = "pairings")
@Produces(MediaType.APPLICATION_JSON)
public class PairingResource {
    private final PairingUseCase pairings;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    PairingResource(PairingUseCase pairings, CurrentCaller current, Answers answers) {
        this.pairings = pairings;
        this.current = current;
        this.answers = answers;
    }

    /** Who is paired with whom. */
    record Couple(@NotNull UUID volunteerId, @NotNull UUID recipientId) {}

    /** Why a pairing ends; may be missing if one of the two says so. */
    record Ended(@Size(min = 1, max = 300) String reason) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pair a volunteer with a household of the caller's station or division")
    public Uni<Response> pair(@Valid @NotNull Couple couple) {
        return pairings.pair(current.get(), couple.volunteerId(), couple.recipientId())
                .map(outcome -> answers.created("pairings", outcome));
    }

    @GET
    @Operation(summary = "My own pairings, and those of households I look after")
    public Uni<Response> list(@Valid @BeanParam PairingQuery query, @Valid @BeanParam Paging paging) {
        return pairings.list(current.get(), query, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One pairing")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return pairings.get(current.get(), id).map(answers::found);
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End a pairing: one of the two, or the station with a reason")
    public Uni<Response> end(@PathParam("id") UUID id, @Valid @NotNull Ended ended) {
        return pairings.end(current.get(), id, ended.reason()).map(answers::found);
    }
}
