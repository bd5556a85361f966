package org.linli.kit.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.linli.kit.Savepoints;
import org.linli.kit.fault.FaultPoint;

/**
 * The sister of {@link Idempotent} for use cases that work with the reactive client: opens the transaction, and with a
 * header {@code Idempotency-Key} lets the call happen once.
 */
@ApplicationScoped
public class SqlOnce {
    private static final String STORED = "select body_hash, rights, status, headers::text as headers, body"
            + " from idempotency where account_id = $1 and operation = $2 and idempotency_key = $3";
    private static final String KEEP = "insert into idempotency (account_id, operation, idempotency_key, body_hash,"
            + " rights, status, headers, body) values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8)";

    private final Pool pool;
    private final IdempotencyKeys keys;
    private final Problems problems;
    private final StoredAnswers answers;

    @Inject
    SqlOnce(Pool pool, IdempotencyKeys keys, Problems problems, StoredAnswers answers) {
        this.pool = pool;
        this.keys = keys;
        this.problems = problems;
        this.answers = answers;
    }

    /** What the work is done in. */
    private interface Transaction {
        Uni<Response> around(Function<SqlConnection, Uni<Response>> work);
    }

    /** An answer that must not be committed; carries it out of the transaction. */
    private static final class NotDone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised: it lives for the length of one call
        private final Response answer;

        NotDone(Response answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /**
     * Does the work in one transaction, committed only if it answers 2xx.
     *
     * @param body what the caller sent, part of the identity of the call
     */
    public Uni<Response> once(Object body, Function<SqlConnection, Uni<Response>> work) {
        return once(body, FaultPoint.ANSWER_COMMITTED, work);
    }

    /**
     * The same with a moment of its own after the commit.
     *
     * @param committed where a test lets the process die when this work is committed and the answer has not left
     */
    public Uni<Response> once(Object body, FaultPoint committed, Function<SqlConnection, Uni<Response>> work) {
        return once(pool::withTransaction, body, committed, work);
    }

    /** The same for work some of whose steps may be refused by PostgreSQL, each behind a savepoint. */
    public Uni<Response> onceWithSavepoints(Object body, Function<SqlConnection, Uni<Response>> work) {
        return once(within -> Savepoints.transaction(pool, within), body, FaultPoint.ANSWER_COMMITTED, work);
    }

    private Uni<Response> once(
            Transaction transaction, Object body, FaultPoint committed, Function<SqlConnection, Uni<Response>> work) {
        Optional<IdempotencyKeys.Key> key;
        try {
            key = keys.read(new Object[] {body});
        } catch (IdempotencyKeys.Malformed malformed) {
            return Uni.createFrom().item(problems.of(KitRefusal.INVALID_VALUE, IdempotencyKeys.HEADER, null));
        }
        return transaction
                .around(connection -> (key.isEmpty() ? work.apply(connection) : guarded(connection, key.get(), work))
                        .invoke(SqlOnce::refuseToCommit))
                .invoke(FaultPoint.ANSWER_COMMITTED::reached)
                .invoke(committed::reached)
                .onFailure(NotDone.class)
                .recoverWithItem(failure -> ((NotDone) failure).answer);
    }

    private static void refuseToCommit(Response answer) {
        if (answer.getStatus() >= 300) {
            throw new NotDone(answer);
        }
    }

    private Uni<Response> guarded(
            SqlConnection connection, IdempotencyKeys.Key key, Function<SqlConnection, Uni<Response>> work) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock($1) as mine")
                .execute(Tuple.of(key.lock()))
                .chain(locked -> locked.iterator().next().getBoolean("mine")
                        ? stored(connection, key)
                                .chain(rows -> rows.size() == 0
                                        ? work.apply(connection).call(answer -> keep(connection, key, answer))
                                        : Uni.createFrom()
                                                .item(replay(
                                                        key, rows.iterator().next())))
                        : Uni.createFrom().item(problems.of(KitRefusal.IDEMPOTENCY_KEY_IN_FLIGHT)));
    }

    private static Uni<RowSet<Row>> stored(SqlConnection connection, IdempotencyKeys.Key key) {
        return connection.preparedQuery(STORED).execute(Tuple.of(key.accountId(), key.operation(), key.value()));
    }

    private Response replay(IdempotencyKeys.Key key, Row row) {
        return answers.replay(
                key,
                new StoredAnswers.Stored(
                        row.getBuffer("body_hash").getBytes(),
                        row.getString("rights"),
                        row.getInteger("status"),
                        row.getString("headers"),
                        row.getString("body")));
    }

    private Uni<?> keep(SqlConnection connection, IdempotencyKeys.Key key, Response answer) {
        if (answer.getStatus() >= 300) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        key.accountId(),
                        key.operation(),
                        key.value(),
                        Buffer.buffer(key.bodyHash()),
                        key.rights().text(),
                        answer.getStatus(),
                        answers.headers(answer),
                        answers.body(key, answer))));
    }
}
