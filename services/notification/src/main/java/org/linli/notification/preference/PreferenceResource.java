package org.linli.notification.preference;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;

/** How whoever is calling wants to be told. */
@Path("/api/v1/notification-preferences")
@Tag(name = "preferences")
@Produces(MediaType.APPLICATION_JSON)
public class PreferenceResource {
    private final CurrentCaller caller;
    private final PreferenceUseCase preferences;
    private final Answers answers;

    @Inject
    PreferenceResource(CurrentCaller caller, PreferenceUseCase preferences, Answers answers) {
        this.caller = caller;
        this.preferences = preferences;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "How I am told: by group and kind, in which language, and when not")
    public Uni<Response> mine() {
        return preferences.of(caller.get().accountId()).map(answers::found);
    }

    @PUT
    @Operation(summary = "Choose how I am told; replaces everything chosen before")
    public Uni<Response> choose(
            @Valid @NotNull PreferenceForm form, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return preferences.choose(caller.get().accountId(), form, ifMatch).map(answers::found);
    }
}
