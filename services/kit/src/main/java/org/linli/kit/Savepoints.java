package org.linli.kit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * A transaction in which a statement may be refused and the rest goes on, behind a savepoint. The client's own
 * transaction cannot: it gives up with the first refusal, whatever is rolled back to.
 */
public final class Savepoints {
    private Savepoints() {}

    /** Commits if the work succeeds, else rolls everything back. */
    public static <T> Uni<T> transaction(Pool pool, Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> run(connection, "begin")
                .chain(() -> work.apply(connection))
                .call(() -> run(connection, "commit"))
                .onFailure()
                .call(() -> undo(connection))
                .onCancellation()
                .call(() -> undo(connection)));
    }

    /** Does one thing that may be refused: a failure undoes what it did and leaves the transaction as it was before. */
    public static <T> Uni<T> behind(SqlConnection connection, Uni<T> work) {
        return run(connection, "savepoint before_work")
                .chain(() -> work)
                .call(() -> run(connection, "release savepoint before_work"))
                .onFailure()
                .call(() -> run(connection, "rollback to savepoint before_work"));
    }

    private static Uni<Void> undo(SqlConnection connection) {
        return run(connection, "rollback").onFailure().recoverWithNull();
    }

    private static Uni<Void> run(SqlConnection connection, String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }
}
