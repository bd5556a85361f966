package org.linli.kit.person;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;

/** The keys of personal fields of one service. Each service has a resource of its own below this one. */
public abstract class KeysResource {
    private final KeysUseCase keys;
    private final CurrentCaller current;
    private final Answers answers;

    protected KeysResource(KeysParts parts) {
        this.keys = parts.keys();
        this.current = parts.current();
        this.answers = parts.answers();
    }

    @GET
    @Operation(summary = "The keys of personal fields, and how many stored values each of them reads")
    public Uni<Response> show() {
        return keys.show(current.get()).map(answers::ok);
    }

    @POST
    @Path("/rotation")
    @Idempotent
    @Operation(summary = "Make a new key; what is stored is encrypted anew with it in the background")
    public Uni<Response> rotate() {
        return keys.rotate(current.get()).map(answers::ok);
    }

    @DELETE
    @Path("/{keyId}")
    @Operation(summary = "Throw an old key away that no stored value needs any more")
    public Uni<Response> retire(@PathParam("keyId") @Pattern(regexp = "[0-9a-f]{8}") String keyId) {
        return keys.retire(current.get(), keyId).map(answers::ok);
    }
}
