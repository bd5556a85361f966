package org.linli.registration.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;

/**
 * Where gateways change a key for a token, and services find the public key of such tokens. It stands outside the API,
 * and no gateway leads here; whoever reaches it can do no more than with the key they have.
 */
@Path("/gateway")
@Produces(MediaType.APPLICATION_JSON)
public class KeyExchangeResource {
    private final ShownKeys keys;
    private final KeyTokens tokens;
    private final Answers answers;

    @Inject
    KeyExchangeResource(ShownKeys keys, KeyTokens tokens, Answers answers) {
        this.keys = keys;
        this.tokens = tokens;
        this.answers = answers;
    }

    @POST
    @Path("/api-keys/worth")
    @Operation(hidden = true)
    public Uni<Response> worth(@HeaderParam("X-API-Key") String shown) {
        return keys.worthOf(shown)
                .map(found -> found.map(worth -> Response.ok(worth).build())
                        .orElseGet(() -> answers.refused(KitRefusal.TOKEN_INVALID, null, null)));
    }

    @GET
    @Path("/keys")
    @Operation(hidden = true)
    public String published() {
        return tokens.published();
    }
}
