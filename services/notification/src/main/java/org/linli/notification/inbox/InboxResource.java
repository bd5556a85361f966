package org.linli.notification.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.http.ProblemTexts;
import org.linli.kit.http.SqlOnce;

/** The inbox (收件箱) of whoever is calling. */
@Path("/api/v1/inbox")
@Tag(name = "inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private final CurrentCaller caller;
    private final InboxUseCase inbox;
    private final InboxStreams streams;
    private final Answers answers;
    private final SqlOnce once;

    @Inject
    InboxResource(CurrentCaller caller, InboxUseCase inbox, InboxStreams streams, Answers answers, SqlOnce once) {
        this.caller = caller;
        this.inbox = inbox;
        this.streams = streams;
        this.answers = answers;
        this.once = once;
    }

    /** Everything up to and including this number. */
    record UpTo(@NotNull @PositiveOrZero Long sequence) {}

    @GET
    @Operation(summary = "My messages, newest first")
    public Uni<Page<Message>> list(
            @QueryParam("unread") Boolean unread,
            @QueryParam("archived") @DefaultValue("false") boolean archived,
            @Valid @BeanParam Paging paging,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return inbox.list(caller.get().accountId(), unread, archived, paging, ProblemTexts.languageOf(language));
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How many messages are unread")
    public Uni<InboxUseCase.Summary> summary() {
        return inbox.summary(caller.get().accountId());
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "My messages as they arrive; resumes behind Last-Event-ID without loss")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") String lastEventId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return streams.open(
                caller.get().accountId(), caller.signedInUntil(), lastEventId, ProblemTexts.languageOf(language));
    }

    @POST
    @Path("/{sequence}/reading")
    @Operation(summary = "I read this message")
    public Uni<Response> read(
            @PathParam("sequence") @PositiveOrZero long sequence,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return once.once(
                "",
                connection -> inbox.read(
                                connection, caller.get().accountId(), sequence, ProblemTexts.languageOf(language))
                        .map(answers::ok));
    }

    @POST
    @Path("/reading")
    @Operation(summary = "I read everything up to a number")
    public Uni<Response> readUpTo(@Valid @NotNull UpTo upTo) {
        return once.once(
                upTo,
                connection -> inbox.readUpTo(connection, caller.get().accountId(), upTo.sequence())
                        .map(answers::ok));
    }

    @POST
    @Path("/{sequence}/archiving")
    @Operation(summary = "Put this message away")
    public Uni<Response> archive(
            @PathParam("sequence") @PositiveOrZero long sequence,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return once.once(
                "",
                connection -> inbox.archive(
                                connection, caller.get().accountId(), sequence, ProblemTexts.languageOf(language))
                        .map(answers::ok));
    }
}
