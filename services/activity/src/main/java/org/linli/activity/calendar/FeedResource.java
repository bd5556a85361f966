package org.linli.activity.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.calendar.FeedUseCase.FeedView;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Page;

/**
 * The secret addresses of one's own calendar. Making one takes no idempotency key: its answer holds a secret, which is
 * not kept (decision 40); one that got lost is revoked like any other.
 */
@Path("/api/v1/calendar-feeds")
@Tag(name = "calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {
    private final FeedUseCase feeds;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    FeedResource(FeedUseCase feeds, CurrentCaller current, Answers answers) {
        this.feeds = feeds;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Operation(summary = "A secret address at which a calendar program reads one's sessions; told this once")
    @APIResponseSchema(value = FeedView.class, responseCode = "201")
    public Uni<Response> open() {
        return feeds.open(current.get())
                .map(outcome -> answers.of(
                        outcome,
                        feed -> Response.created(URI.create("/api/v1/calendar-feeds/" + feed.id()))
                                .entity(feed)
                                .build()));
    }

    @GET
    @Operation(summary = "One's own feeds, without their addresses")
    public Uni<Response> own() {
        return feeds.own(current.get()).map(own -> answers.ok(Outcome.done(new Page<>(own, null))));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a feed: its address shows nothing any more")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        return feeds.revoke(current.get(), id).map(answers::nothing);
    }
}
