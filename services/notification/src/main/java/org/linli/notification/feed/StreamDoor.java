package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Problems;
import org.linli.notification.feed.FeedQuestion.Asked;

/**
 * Stands before the live feed. A stream has said 200 as soon as it is opened; whoever may not have it, or cannot begin
 * where they ask, is to hear so like in any other call.
 */
@ApplicationScoped
public class StreamDoor {
    /** Behind the filter that says who is calling. */
    private static final int LATER = Priorities.USER + 100;

    private static final String STREAM = "/api/v1/events/stream";

    private final CurrentCaller caller;
    private final ReadFeedUseCase feed;
    private final Problems problems;

    @Inject
    StreamDoor(CurrentCaller caller, ReadFeedUseCase feed, Problems problems) {
        this.caller = caller;
        this.feed = feed;
        this.problems = problems;
    }

    @ServerRequestFilter(priority = LATER)
    public Uni<Response> admit(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().equals(STREAM)) {
            return Uni.createFrom().nullItem();
        }
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        Asked asked = Asked.ofAStream(
                query.getFirst("district"),
                query.getFirst("after"),
                query.getFirst("types"),
                request.getHeaderString("Last-Event-ID"));
        return feed.admit(caller.get(), asked)
                .chain(admitted -> Steps.then(admitted, feed::summary))
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<ReadFeedUseCase.Summary> begins -> null;
                    case Outcome.Refused<ReadFeedUseCase.Summary> refused -> problems.of(refused);
                });
    }
}
