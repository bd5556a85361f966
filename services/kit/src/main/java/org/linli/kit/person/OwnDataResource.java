package org.linli.kit.person;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;
import org.linli.kit.http.ProblemTexts;

/** What a service holds of the caller. Each service has a resource of its own below this one, for its own path. */
public abstract class OwnDataResource {
    private final OwnDataUseCase data;
    private final CurrentCaller current;
    private final Answers answers;

    protected OwnDataResource(OwnDataParts parts) {
        this.data = parts.data();
        this.current = parts.current();
        this.answers = parts.answers();
    }

    @GET
    @Operation(summary = "Everything that this service holds of me, or of a minor I stand for; put on record")
    public Uni<Response> export(@QueryParam("volunteerId") UUID volunteerId) {
        return data.export(current.get(), volunteerId)
                .map(outcome -> answers.of(
                        outcome,
                        own -> Response.ok(own)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build()));
    }

    @GET
    @Path("/accesses")
    @Operation(summary = "What others did with my file, newest first: when, why, in which role")
    public Uni<Response> accesses(
            @QueryParam("volunteerId") UUID volunteerId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @Valid @BeanParam Paging paging) {
        return data.accesses(current.get(), volunteerId, ProblemTexts.languageOf(language), paging)
                .map(answers::ok);
    }
}
