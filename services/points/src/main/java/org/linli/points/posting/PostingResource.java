package org.linli.points.posting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.SqlOnce;

/** Single postings. */
@Path("/api/v1/postings")
@Tag(name = "postings")
public class PostingResource {
    private final ReversePostingUseCase postings;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    PostingResource(ReversePostingUseCase postings, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.postings = postings;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    /** Why a posting is taken back; kept in the audit, in no event. */
    public record Reversal(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "One posting")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return postings.find(current.get(), id).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/reversal")
    @Operation(summary = "Take back what a rule gave, by a new posting")
    public Uni<Response> reverse(@PathParam("id") UUID id, @Valid @NotNull Reversal body) {
        Caller caller = current.get();
        return sql.once(
                body,
                connection -> postings.reverse(connection, caller, id, body.reason())
                        .map(outcome -> answers.created("postings", outcome)));
    }
}
