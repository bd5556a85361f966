package org.linli.kit.http;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.kit.fault.FaultPoint;

/**
 * Lets a POST happen once. It is the one place outside use cases that opens a transaction: the stored answer and the
 * change must commit together, and the answer is only known after the resource has made it.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotencyGuard {
    private final IdempotencyKeys keys;
    private final Problems problems;
    private final StoredAnswers answers;

    @Inject
    IdempotencyGuard(IdempotencyKeys keys, Problems problems, StoredAnswers answers) {
        this.keys = keys;
        this.problems = problems;
        this.answers = answers;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Optional<IdempotencyKeys.Key> key;
        try {
            key = keys.read(bodyOf(call));
        } catch (IdempotencyKeys.Malformed malformed) {
            return Uni.createFrom().item(problems.of(KitRefusal.INVALID_VALUE, IdempotencyKeys.HEADER, null));
        }
        if (key.isEmpty()) {
            return call.proceed();
        }
        return Panache.withTransaction(() -> lock(key.get())
                        .chain(mine -> mine
                                ? answer(key.get(), call)
                                : Uni.createFrom().item(problems.of(KitRefusal.IDEMPOTENCY_KEY_IN_FLIGHT))))
                .invoke(FaultPoint.ANSWER_COMMITTED::reached);
    }

    private static Object[] bodyOf(InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(parameter -> parameter == null
                        || parameter instanceof Record
                        || parameter instanceof String
                        || parameter instanceof java.util.UUID)
                .toArray();
    }

    private static Uni<Boolean> lock(IdempotencyKeys.Key key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                        .setParameter("key", key.lock())
                        .getSingleResult());
    }

    private Uni<Response> answer(IdempotencyKeys.Key key, InvocationContext call) {
        return Panache.getSession()
                .chain(session -> stored(session, key)
                        .chain(rows -> rows.isEmpty()
                                ? first(session, key, call)
                                : Uni.createFrom().item(replay(key, rows.getFirst()))));
    }

    private static Uni<List<Object[]>> stored(Mutiny.Session session, IdempotencyKeys.Key key) {
        return session.createNativeQuery(
                        "select body_hash, rights, status, headers::text, body from idempotency"
                                + " where account_id = :account and operation = :operation and idempotency_key = :key",
                        Object[].class)
                .setParameter("account", key.accountId())
                .setParameter("operation", key.operation())
                .setParameter("key", key.value())
                .getResultList();
    }

    private Response replay(IdempotencyKeys.Key key, Object[] row) {
        return answers.replay(
                key,
                new StoredAnswers.Stored(
                        (byte[]) row[0], (String) row[1], (Integer) row[2], (String) row[3], (String) row[4]));
    }

    private Uni<Response> first(Mutiny.Session session, IdempotencyKeys.Key key, InvocationContext call) {
        return proceed(call).call(response -> {
            if (response.getStatus() >= 300) {
                return Panache.currentTransaction().invoke(Mutiny.Transaction::markForRollback);
            }
            return keep(session, key, response);
        });
    }

    private Uni<Integer> keep(Mutiny.Session session, IdempotencyKeys.Key key, Response response) {
        return session.createNativeQuery("insert into idempotency (account_id, operation, idempotency_key, body_hash,"
                        + " rights, status, headers, body)"
                        + " values (:account, :operation, :key, :hash, :rights, :status,"
                        + " cast(cast(:headers as text) as jsonb), :body)")
                .setParameter("account", key.accountId())
                .setParameter("operation", key.operation())
                .setParameter("key", key.value())
                .setParameter("hash", key.bodyHash())
                .setParameter("rights", key.rights().text())
                .setParameter("status", response.getStatus())
                .setParameter("headers", answers.headers(response))
                .setParameter("body", answers.body(key, response))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the binding is only allowed on methods that answer Uni<Response>
    private static Uni<Response> proceed(InvocationContext call) {
        try {
            return (Uni<Response>) call.proceed();
        } catch (Exception failure) {
            return Uni.createFrom().failure(failure);
        }
    }
}
