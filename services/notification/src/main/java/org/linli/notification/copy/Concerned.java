package org.linli.notification.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.activity.SignUpState;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.contracts.points.MerchantState;
import org.linli.kit.event.Batch;

/** Keeps who is signed up for which session, and who acts at which till. Only a newer sequence is applied. */
@ApplicationScoped
public class Concerned {
    /** Those who count on the session, or hope for it. */
    private static final Set<SignUpStatus> EXPECTED =
            EnumSet.of(SignUpStatus.CONFIRMED, SignUpStatus.WAITLISTED, SignUpStatus.OFFERED);

    private static final String MERCHANT = """
            insert into merchant_copy as c (merchant_id, accounts, sequence) values ($1, $2, $3)
            on conflict (merchant_id) do update set accounts = excluded.accounts, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    private static final String SIGN_UP = """
            insert into sign_up_copy as c (sign_up_id, session_id, activity_id, volunteer_id, expected, ends_at,
                sequence)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (sign_up_id) do update
            set expected = excluded.expected, ends_at = excluded.ends_at, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    /** Brings the copies up to date with what a batch tells. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return each(connection, MERCHANT, merchants(batch)).chain(() -> each(connection, SIGN_UP, signUps(batch)));
    }

    private static Uni<Void> each(SqlConnection connection, String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(statement).executeBatch(rows).replaceWithVoid();
    }

    private static List<Tuple> merchants(Batch batch) {
        return batch.newestOf(told -> told.state(MerchantState.class), MerchantState::merchantId).stream()
                .map(newest -> Tuple.of(
                        newest.value().merchantId(),
                        newest.value().tillAccountIds().toArray(UUID[]::new),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> signUps(Batch batch) {
        return batch.newestOf(told -> told.state(SignUpState.class), SignUpState::signUpId).stream()
                .map(newest -> signUp(newest.value(), newest.received().sequence()))
                .toList();
    }

    private static Tuple signUp(SignUpState state, long sequence) {
        return Tuple.from(Arrays.asList(
                state.signUpId(),
                state.sessionId(),
                state.activityId(),
                state.volunteerId(),
                EXPECTED.contains(state.status()),
                state.endsAt().atOffset(ZoneOffset.UTC),
                sequence));
    }
}
