package org.linli.registration.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The statements about renewals of sessions. Their times are the database's: one clock for all replicas. */
@ApplicationScoped
class SessionRenewals {

    /** Longer than a gateway waits for the issuer, until which a token that was shown is not shown again. */
    private static final int HOLD_SECONDS = 90;

    private static final String CLAIM = """
            insert into session_renewal as kept (token_hash, claim, claimed_until, forget_at)
            values ($1, $2, clock_timestamp() + $3 * interval '1 second', clock_timestamp() + interval '2 minutes')
            on conflict (token_hash) do update
            set claim = excluded.claim, claimed_until = excluded.claimed_until, outcome = null,
                forget_at = excluded.forget_at
            where kept.forget_at <= clock_timestamp()
               or kept.outcome is null and (kept.claimed_until <= clock_timestamp() or kept.claim = excluded.claim)
            returning claim
            """;
    private static final String OUTCOME = "select outcome from session_renewal where token_hash = $1";
    // who could not ask for the turn, as we were away, has the word if nobody had asked before
    private static final String KEEP = """
            insert into session_renewal as kept (token_hash, claim, claimed_until, outcome, forget_at)
            values ($1, $2, clock_timestamp(), $3, clock_timestamp() + $4 * interval '1 second')
            on conflict (token_hash) do update
            set outcome = excluded.outcome, forget_at = excluded.forget_at
            where kept.claim = excluded.claim
            """;
    private static final String RELEASE =
            "delete from session_renewal where token_hash = $1 and claim = $2 and outcome is null";
    private static final String FORGET = "delete from session_renewal where forget_at <= clock_timestamp()";

    /** Lets whoever asks first go on, also if they ask again; empty if somebody else was let. */
    Uni<Optional<UUID>> claim(SqlClient connection, byte[] hash, UUID claim) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(Buffer.buffer(hash), claim, HOLD_SECONDS))
                .map(rows -> rows.rowCount() > 0 ? Optional.of(claim) : Optional.empty());
    }

    /** What came of it, sealed; empty if nothing did yet. */
    Uni<Optional<byte[]>> outcome(SqlClient connection, byte[] hash) {
        return connection
                .preparedQuery(OUTCOME)
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : bytes(rows.iterator().next()));
    }

    /** Keeps what came of a claim for some seconds; nothing happens if the claim is another's by now. */
    Uni<Void> keep(SqlClient connection, byte[] hash, UUID claim, byte[] outcome, int seconds) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(Buffer.buffer(hash), claim, Buffer.buffer(outcome), seconds))
                .replaceWithVoid();
    }

    /** Gives a claim back of which nothing came. */
    Uni<Void> release(SqlClient connection, byte[] hash, UUID claim) {
        return connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(Buffer.buffer(hash), claim))
                .replaceWithVoid();
    }

    /** Forgets what no gateway asks for any more. */
    Uni<Void> forget(SqlClient connection) {
        return connection.query(FORGET).execute().replaceWithVoid();
    }

    private static Optional<byte[]> bytes(Row row) {
        return Optional.ofNullable(row.getBuffer("outcome")).map(buffer -> buffer.getBytes());
    }
}
