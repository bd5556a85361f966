package org.linli.notification.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.feed.FeedQuestion.Asked;

/** What a district's system receives (数据推送): the events of its district in their order, from any place on. */
@Path("/api/v1/events")
@Tag(name = "events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    /** CloudEvents 1.0, JSON batch format. */
    static final String BATCH = "application/cloudevents-batch+json";

    /** Where to go on, beside the same in {@code Link}. */
    static final String CURSOR = "Linli-Cursor";

    private static final int AT_ONCE = 200;

    private final CurrentCaller caller;
    private final ReadFeedUseCase feed;
    private final FeedWaits waits;
    private final SnapshotUseCase snapshots;
    private final Answers answers;
    private final Sse sse;
    private final NotificationConfiguration configuration;

    @Inject
    EventsResource(
            CurrentCaller caller,
            ReadFeedUseCase feed,
            FeedWaits waits,
            SnapshotUseCase snapshots,
            Answers answers,
            Sse sse,
            NotificationConfiguration configuration) {
        this.caller = caller;
        this.feed = feed;
        this.waits = waits;
        this.snapshots = snapshots;
        this.answers = answers;
        this.sse = sse;
        this.configuration = configuration;
    }

    @GET
    @Produces(BATCH)
    @Operation(summary = "The events of my district behind a cursor, oldest first; an empty array at the end")
    public Uni<Response> list(
            @Parameter(description = "Six digits; only for a role that covers several districts.")
                    @QueryParam("district")
                    @Size(max = 6)
                    String district,
            @Parameter(description = "The cursor of the answer before; without one, from the oldest event kept on.")
                    @QueryParam("after")
                    @Size(max = 100)
                    String after,
            @Parameter(description = "How many events at the most, 1 to 1000.")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(1000)
                    int limit,
            @Parameter(description = "Types, separated by commas; linli.activity.* for all that begin so.")
                    @QueryParam("types")
                    @Size(max = 2000)
                    String types,
            @Parameter(description = "Seconds to wait for an event if there is none; 25 at the most.")
                    @QueryParam("timeout")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(3600)
                    int timeout) {
        Asked asked = new Asked(district, after, types);
        return feed.admit(caller.get(), asked)
                .chain(admitted ->
                        Steps.then(admitted, question -> waits.next(caller.get(), question, limit, patience(timeout))))
                .map(outcome -> answers.of(outcome, page -> batch(page, new Again(limit, types, timeout))));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(summary = "The events of my district as they happen; resumes behind Last-Event-ID without loss")
    public Multi<OutboundSseEvent> stream(
            @QueryParam("district") @Size(max = 6) String district,
            @QueryParam("after") @Size(max = 100) String after,
            @QueryParam("types") @Size(max = 2000) String types,
            @HeaderParam("Last-Event-ID") @Size(max = 100) String lastEventId) {
        return feed.admit(caller.get(), Asked.ofAStream(district, after, types, lastEventId))
                .onItem()
                .transformToMulti(admitted -> switch (admitted) {
                    // told by the filter before, unless something changed since
                    case Outcome.Refused<FeedQuestion> refused ->
                        Multi.createFrom().<FeedPage>empty();
                    case Outcome.Done<FeedQuestion>(FeedQuestion question) ->
                        waits.follow(caller.get(), question, AT_ONCE, caller.signedInUntil());
                })
                .onItem()
                .transformToMultiAndConcatenate(this::events);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How the feed of my district stands: its newest and oldest cursor, how many events wait")
    public Uni<Response> summary(
            @QueryParam("district") @Size(max = 6) String district,
            @QueryParam("after") @Size(max = 100) String after) {
        return feed.admit(caller.get(), new Asked(district, after, null))
                .chain(admitted -> Steps.then(admitted, feed::summary))
                .map(answers::ok);
    }

    @GET
    @Path("/snapshot")
    @Operation(summary = "Divisions, stations, teams and open requests of my district as they stand at a cursor")
    public Uni<Response> snapshot(@QueryParam("district") @Size(max = 6) String district) {
        return feed.admit(caller.get(), new Asked(district, null, null))
                .chain(admitted -> Steps.then(admitted, snapshots::take))
                .map(outcome -> answers.of(
                        outcome,
                        snapshot -> Response.ok(snapshot.json())
                                .header(CURSOR, snapshot.cursor().text())
                                .build()));
    }

    private Duration patience(int timeout) {
        Duration longest = configuration.feed().longestWait();
        Duration asked = Duration.ofSeconds(timeout);
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** What is asked the same way the next time. */
    private record Again(int limit, String types, int timeout) {
        String behind(FeedCursor cursor) {
            return "</api/v1/events?after=" + cursor.text() + "&limit=" + limit
                    + (types == null ? "" : "&types=" + URLEncoder.encode(types, StandardCharsets.UTF_8))
                    + (timeout == 0 ? "" : "&timeout=" + timeout) + ">; rel=\"next\"";
        }
    }

    private Response batch(FeedPage page, Again again) {
        String address = configuration.publicAddress();
        String body =
                page.events().stream().map(event -> event.json(address)).collect(Collectors.joining(",\n", "[", "]"));
        return Response.ok(body)
                .header("Link", again.behind(page.next()))
                .header(CURSOR, page.next().text())
                .build();
    }

    /** The last thing said of a page is where it ended: a filter loses no ground, and the line shows its life. */
    private Multi<OutboundSseEvent> events(FeedPage page) {
        String address = configuration.publicAddress();
        Multi<OutboundSseEvent> events = Multi.createFrom()
                .iterable(page.events())
                .map(event -> sse.newEventBuilder()
                        .id(new FeedCursor(page.district(), event.sequence()).text())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, event.json(address))
                        .build());
        OutboundSseEvent place =
                sse.newEventBuilder().id(page.next().text()).comment("here").build();
        return Multi.createBy()
                .concatenating()
                .streams(events, Multi.createFrom().item(place));
    }
}
