package org.linli.registration.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where gateways agree on who renews the tokens of a session, and tell the others what came of it (decision 123). It
 * stands outside the API, and no gateway leads here. A renewal is named by a hash of the refresh token, which nobody
 * knows but who has that token.
 */
@Path("/gateway/renewals/{name}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RenewalResource {
    private static final String HASH = "[0-9a-f]{64}";
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SECONDS = 15 * 60;

    private final SessionRenewals renewals;
    private final Pool pool;

    @Inject
    RenewalResource(SessionRenewals renewals, Pool pool) {
        this.renewals = renewals;
        this.pool = pool;
    }

    /**
     * Whose turn it is.
     *
     * @param claim shows that it is the asker's; absent if not
     * @param outcome what came of it, sealed; absent if somebody is still at it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Turn(UUID claim, String outcome) {}

    /**
     * What came of a claim.
     *
     * @param outcome sealed by the gateway
     * @param seconds how long others may want it
     */
    record Outcome(
            @NotNull UUID claim,

            @NotNull @Size(max = LONGEST) @Pattern(regexp = "[A-Za-z0-9_-]*")
            String outcome,

            @Min(1) @Max(LONGEST_SECONDS) int seconds) {}

    /**
     * Somebody asks for the turn.
     *
     * @param claim the asker's own, who has the turn even if our answer is lost
     */
    record Asked(@NotNull UUID claim) {}

    /** A claim of which nothing came. */
    record Release(@NotNull UUID claim) {}

    /** Lets one of those who ask renew it; the others ask again until there is an outcome. */
    @POST
    @Path("/claim")
    @Operation(hidden = true)
    public Uni<Turn> claim(@PathParam("name") @Pattern(regexp = HASH) String name, @Valid @NotNull Asked asked) {
        byte[] hash = HexFormat.of().parseHex(name);
        return renewals.claim(pool, hash, asked.claim())
                .chain(mine -> mine.isPresent()
                        ? Uni.createFrom().item(new Turn(mine.get(), null))
                        : renewals.outcome(pool, hash)
                                .map(kept -> new Turn(
                                        null,
                                        kept.map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                                                .orElse(null))));
    }

    /** Keeps what came of it. */
    @POST
    @Path("/outcome")
    @Operation(hidden = true)
    public Uni<Void> keep(@PathParam("name") @Pattern(regexp = HASH) String name, @Valid @NotNull Outcome told) {
        return renewals.keep(
                pool,
                HexFormat.of().parseHex(name),
                told.claim(),
                told.outcome().getBytes(StandardCharsets.US_ASCII),
                told.seconds());
    }

    /** Lets the next one try. */
    @POST
    @Path("/release")
    @Operation(hidden = true)
    public Uni<Void> release(@PathParam("name") @Pattern(regexp = HASH) String name, @Valid @NotNull Release told) {
        return renewals.release(pool, HexFormat.of().parseHex(name), told.claim());
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldOnes() {
        return renewals.forget(pool).onFailure().recoverWithNull();
    }
}
