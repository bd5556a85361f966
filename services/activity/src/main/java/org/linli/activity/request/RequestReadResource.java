package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Reads orders for help. */
@Path("/api/v1/requests")
@Tag(name = "requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestReadResource {
    private final ReadRequestUseCase reading;
    private final ListRequestsUseCase listing;
    private final CandidatesUseCase candidates;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RequestReadResource(
            ReadRequestUseCase reading,
            ListRequestsUseCase listing,
            CandidatesUseCase candidates,
            CurrentCaller current,
            Answers answers) {
        this.reading = reading;
        this.listing = listing;
        this.candidates = candidates;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Orders that the caller may know: own, offered, served, in scope; newest first")
    public Uni<Response> list(@Valid @BeanParam RequestFilter filter, @Valid @BeanParam Paging paging) {
        return listing.requests(current.get(), filter, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One order; its place for the recipient, the station and whoever accepted")
    @APIResponseSchema(value = RequestView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return reading.one(id, current.get()).map(answers::found);
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Every hop of an order with the seconds since submission")
    public Uni<Response> history(@PathParam("id") UUID id) {
        return reading.history(id, current.get())
                .map(outcome -> answers.ok(outcome.map(hops -> new Page<>(hops, null))));
    }

    @GET
    @Path("/{id}/reviews")
    @Operation(summary = "What both sides said, round by round")
    public Uni<Response> reviews(@PathParam("id") UUID id) {
        return reading.reviews(id, current.get())
                .map(outcome -> answers.ok(outcome.map(reviews -> new Page<>(reviews, null))));
    }

    @GET
    @Path("/{id}/candidates")
    @Operation(summary = "Volunteers and teams whom the station could ask, with reasons, best first")
    @APIResponseSchema(value = CandidatesView.class, responseCode = "200")
    public Uni<Response> candidates(@PathParam("id") UUID id) {
        return candidates.of(id, current.get()).map(answers::ok);
    }
}
