package org.linli.kit;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.linli.kit.event.Postgres;

/** The steps of a use case in a row: from "decide" to "record" only what the rule allowed goes on. */
public final class Steps {
    private Steps() {}

    /** Goes on with what was done; a refusal stays what it is and nothing more happens. */
    public static <T, R> Uni<Outcome<R>> then(Outcome<T> decided, Function<? super T, Uni<Outcome<R>>> next) {
        return switch (decided) {
            case Outcome.Done<T>(T value) -> next.apply(value);
            case Outcome.Refused<T> refused -> Uni.createFrom().item(refused.map(never -> null));
        };
    }

    /** Goes on with something that cannot be refused any more. */
    public static <T, R> Uni<Outcome<R>> keep(Outcome<T> decided, Function<? super T, Uni<R>> next) {
        return then(decided, value -> next.apply(value).map(Outcome::done));
    }

    /** A refusal as the end of a chain. */
    public static <T> Uni<Outcome<T>> refused(Refusal refusal) {
        return decided(Outcome.refused(refusal));
    }

    /** A refusal because of one field, as the end of a chain. */
    public static <T> Uni<Outcome<T>> refused(Refusal refusal, String field) {
        return decided(Outcome.refused(refusal, field));
    }

    /** What a plain rule said, as the end of a chain. */
    public static <T> Uni<Outcome<T>> decided(Outcome<T> outcome) {
        return Uni.createFrom().item(outcome);
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
