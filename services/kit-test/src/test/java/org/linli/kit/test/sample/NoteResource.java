package org.linli.kit.test.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.SqlOnce;

/** Notes, for the harness to try itself on. */
@Path("/api/v1/notes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class NoteResource {

    private final SqlOnce once;
    private final Pool pool;
    private final CurrentCaller caller;
    private final Answers answers;

    @Inject
    NoteResource(SqlOnce once, Pool pool, CurrentCaller caller, Answers answers) {
        this.once = once;
        this.pool = pool;
        this.caller = caller;
        this.answers = answers;
    }

    record NewNote(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Pattern(regexp = "530103\\d{6}") String division,
            @NotNull @Min(0) @Max(1440) Integer minutes) {}

    record Note(UUID id, String title, String division, int minutes) {}

    @POST
    public Uni<Response> write(@Valid @NotNull NewNote note) {
        return once.once(note, connection -> insert(connection, note));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return pool.preparedQuery("select title, division, minutes from note where id = $1 and account = $2")
                .execute(Tuple.of(id, caller.get().accountId()))
                .map(rows -> rows.size() == 0
                        ? Outcome.<Note>refused(KitRefusal.NOT_FOUND)
                        : Outcome.done(new Note(
                                id,
                                rows.iterator().next().getString("title"),
                                rows.iterator().next().getString("division"),
                                rows.iterator().next().getInteger("minutes"))))
                .map(answers::ok);
    }

    private Uni<Response> insert(SqlConnection connection, NewNote note) {
        UUID id = Ids.next();
        Note made = new Note(id, note.title(), note.division(), note.minutes());
        return connection
                .preparedQuery("insert into note (id, title, division, minutes, account) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        id,
                        note.title(),
                        note.division(),
                        note.minutes(),
                        caller.get().accountId()))
                .map(rows -> Response.created(URI.create("/api/v1/notes/" + id))
                        .entity(made)
                        .build());
    }
}
