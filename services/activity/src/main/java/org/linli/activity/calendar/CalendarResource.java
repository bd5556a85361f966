package org.linli.activity.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.kit.http.Answers;

/**
 * What calendar programs read. Outside {@code /api}, because they cannot sign in: the address itself is the secret. It
 * is no part of the API and not in its description.
 */
@Path("/calendars/{secret: [A-Za-z0-9_-]{43}}.ics")
public class CalendarResource {
    private static final String ICALENDAR = "text/calendar; charset=utf-8";

    private final FeedUseCase feeds;
    private final Answers answers;

    @Inject
    CalendarResource(FeedUseCase feeds, Answers answers) {
        this.feeds = feeds;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> read(@PathParam("secret") String secret) {
        return feeds.read(secret)
                .map(outcome -> answers.of(
                        outcome, calendar -> Response.ok(calendar, ICALENDAR).build()));
    }
}
