package org.linli.registration;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.linli.kit.Outcome;
import org.linli.kit.Refusal;
import org.linli.kit.event.Postgres;

/** The step from "decide" to "record" in a use case: only what the rule allowed goes on. */
public final class Steps {
    private Steps() {}

    /** Goes on with what was done; a refusal stays what it is and nothing more happens. */
    public static <T, R> Uni<Outcome<R>> then(Outcome<T> decided, Function<? super T, Uni<Outcome<R>>> next) {
        return switch (decided) {
            case Outcome.Done<T>(T value) -> next.apply(value);
            case Outcome.Refused<T> refused -> Uni.createFrom().item(refused.map(never -> null));
        };
    }

    /**
     * Answers a refusal where the database had to say no because somebody else was faster. Outside the transaction,
     * which is lost.
     *
     * @param constraint its name in the migration
     */
    public static <T> Uni<Outcome<T>> unlessTaken(
            Uni<Outcome<T>> recording, String constraint, Refusal refusal, String field) {
        return recording
                .onFailure(failure -> constraint.equals(Postgres.constraintOf(failure)))
                .recoverWithItem(() -> Outcome.refused(refusal, field));
    }
}
