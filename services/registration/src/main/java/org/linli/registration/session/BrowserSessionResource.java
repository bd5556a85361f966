package org.linli.registration.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
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
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Page;
import org.linli.kit.http.SqlOnce;

/** Where I am signed in with a browser. */
@Path("/api/v1/me/browser-sessions")
@Tag(name = "me")
@Produces(MediaType.APPLICATION_JSON)
public class BrowserSessionResource {
    private final BrowserSessionUseCase sessions;
    private final CurrentCaller current;
    private final SqlOnce once;
    private final Answers answers;

    @Inject
    BrowserSessionResource(BrowserSessionUseCase sessions, CurrentCaller current, SqlOnce once, Answers answers) {
        this.sessions = sessions;
        this.current = current;
        this.once = once;
        this.answers = answers;
    }

    @POST
    @Operation(summary = "Begin one; the gateway does so when somebody signs in")
    public Uni<Response> begin() {
        return once.once(
                null,
                connection -> sessions.begin(connection, current.get())
                        .map(begun -> answers.created("me/browser-sessions", begun)));
    }

    @GET
    @Operation(summary = "Browsers in which I am signed in, oldest first")
    public Uni<Response> mine() {
        return sessions.mine(current.get()).map(mine -> answers.ok(Outcome.done(new Page<>(mine, null))));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "Sign out one browser of mine; one that is out already stays out")
    public Uni<Response> end(@PathParam("id") UUID id) {
        return once.once(
                id, connection -> sessions.end(connection, current.get(), id).map(answers::nothing));
    }

    @POST
    @Path("/end")
    @Operation(summary = "Sign out everywhere: every browser of mine, on every gateway, within a second")
    public Uni<Response> endAll() {
        return once.once(
                null,
                connection -> sessions.endAll(connection, current.get()).map(done -> answers.ok(Outcome.done(done))));
    }
}
