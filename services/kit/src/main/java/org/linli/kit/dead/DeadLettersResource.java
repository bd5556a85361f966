package org.linli.kit.dead;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.event.CauseGroup;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;
import org.linli.kit.http.SqlOnce;

/** The records that one service could not consume. Each service has a resource of its own below this one. */
public abstract class DeadLettersResource {
    private static final String STATES = "WAITING|REDRIVEN|DISCARDED";

    private final DeadLettersUseCase letters;
    private final SqlOnce once;
    private final CurrentCaller current;
    private final Answers answers;

    protected DeadLettersResource(DeadLettersParts parts) {
        this.letters = parts.letters();
        this.once = parts.once();
        this.current = parts.current();
        this.answers = parts.answers();
    }

    @GET
    @Operation(summary = "Records that could not be consumed, the earliest first; waiting ones unless asked otherwise")
    public Uni<Response> list(
            @QueryParam("state") @DefaultValue("WAITING") @Pattern(regexp = STATES) String state,
            @QueryParam("channel") @Size(max = 40) String channel,
            @QueryParam("type") @Size(max = 120) String type,
            @QueryParam("group") @Pattern(regexp = CauseGroup.PATTERN) String group,
            @Valid @BeanParam Paging paging) {
        LetterFilter filter = new LetterFilter(DeadLetter.State.valueOf(state), channel, type, group);
        return letters.list(current.get(), filter, paging).map(answers::ok);
    }

    @GET
    @Path("/groups")
    @Operation(summary = "The same by cause: how many fail alike, since when")
    public Uni<Response> groups(
            @QueryParam("state") @DefaultValue("WAITING") @Pattern(regexp = STATES) String state,
            @Valid @BeanParam Paging paging) {
        return letters.groups(current.get(), DeadLetter.State.valueOf(state), paging)
                .map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of them with what it says; whatever may be personal is masked")
    @APIResponseSchema(value = LetterViews.OpenLetter.class, responseCode = "200")
    public Uni<Response> show(@PathParam("id") @Pattern(regexp = "\\d{1,18}") String id) {
        return letters.show(current.get(), Long.parseLong(id)).map(answers::ok);
    }

    @POST
    @Path("/trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Would they be consumed now? Done in a transaction that is rolled back; changes nothing")
    @APIResponseSchema(value = LetterViews.Report.class, responseCode = "200")
    public Uni<Response> trial(@NotNull @Valid LetterChoice choice) {
        return letters.trial(current.get(), choice).map(answers::ok);
    }

    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hand them to their consumer again; each says what came of it")
    @APIResponseSchema(value = LetterViews.Report.class, responseCode = "200")
    public Uni<Response> redrive(@NotNull @Valid LetterChoice choice) {
        Caller caller = current.get();
        return once.onceWithSavepoints(
                choice,
                connection -> letters.redrive(connection, caller, choice).map(answers::ok));
    }

    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "They will never be consumed; the reason is kept")
    @APIResponseSchema(value = LetterViews.Report.class, responseCode = "200")
    public Uni<Response> discard(@NotNull @Valid LetterDiscard discard) {
        Caller caller = current.get();
        return once.once(
                discard,
                connection -> letters.discard(connection, caller, discard.choice(), discard.reason())
                        .map(answers::ok));
    }
}
