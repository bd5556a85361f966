package org.linli.kit.work;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.linli.kit.Ids;

/**
 * Work that is due at a time, as rows: any replica takes them, none is lost, a missed minute is caught up. One row for
 * each kind and subject; scheduling again moves it.
 */
@ApplicationScoped
public class DueWork {
    private static final String SCHEDULE = "insert into due_work (id, kind, subject, due_at) values (%s, %s, %s, %s)"
            + " on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = 0";

    /** Schedules work in the current Hibernate session. */
    public Uni<Void> schedule(String kind, Object subject, Instant dueAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SCHEDULE.formatted(":id", ":kind", ":subject", ":due"))
                        .setParameter("id", Ids.next())
                        .setParameter("kind", kind)
                        .setParameter("subject", subject.toString())
                        .setParameter("due", dueAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Schedules work on a connection of the reactive client. */
    public Uni<Void> schedule(SqlClient connection, String kind, Object subject, Instant dueAt) {
        return connection
                .preparedQuery(SCHEDULE.formatted("$1", "$2", "$3", "$4"))
                .execute(Tuple.of(Ids.next(), kind, subject.toString(), dueAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Cancels work in the current Hibernate session; nothing happens if there is none. */
    public Uni<Void> cancel(String kind, Object subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from due_work where kind = :kind and subject = :subject")
                        .setParameter("kind", kind)
                        .setParameter("subject", subject.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Cancels work on a connection of the reactive client. */
    public Uni<Void> cancel(SqlClient connection, String kind, Object subject) {
        return connection
                .preparedQuery("delete from due_work where kind = $1 and subject = $2")
                .execute(Tuple.of(kind, subject.toString()))
                .replaceWithVoid();
    }
}
