package org.linli.registration.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.registration.apikey.ShownKeys;

/**
 * What gateways ask each second: which sessions ended and which API keys were revoked. It stands outside the API, no
 * gateway leads here, and it tells random ids alone.
 */
@Path("/gateway/endings")
@Produces(MediaType.APPLICATION_JSON)
public class EndingsResource {
    private final BrowserSessions sessions;
    private final ShownKeys keys;
    private final Pool pool;

    @Inject
    EndingsResource(BrowserSessions sessions, ShownKeys keys, Pool pool) {
        this.sessions = sessions;
        this.keys = keys;
        this.pool = pool;
    }

    /**
     * What ended.
     *
     * @param asOf what the clock said before anybody looked; to be asked with the next time, less some seconds
     * @param sessions browser sessions that would still count otherwise
     * @param keys API keys of which gateways may still hold a token
     */
    record Endings(long asOf, List<BrowserSessions.Ended> sessions, List<UUID> keys) {
        Endings {
            sessions = List.copyOf(sessions);
            keys = List.copyOf(keys);
        }
    }

    /**
     * What ended since a moment (milliseconds since 1970, by the database's clock); everything if it is 0. Whoever asks
     * goes back by more than a transaction may take, as what is not committed yet is not seen.
     */
    @GET
    @Operation(hidden = true)
    public Uni<Endings> since(@QueryParam("since") @DefaultValue("0") long since) {
        return sessions.now(pool)
                .chain(asOf -> sessions.endedSince(pool, since)
                        .chain(ended ->
                                keys.endedSince(pool, since).map(revoked -> new Endings(asOf, ended, revoked))));
    }
}
