package org.linli.activity;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.linli.kit.Outcome;
import org.linli.kit.Refusal;

/** The steps of a use case in a row: only what was allowed goes on. */
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
        return Uni.createFrom().item(Outcome.refused(refusal));
    }

    /** A refusal because of one field, as the end of a chain. */
    public static <T> Uni<Outcome<T>> refused(Refusal refusal, String field) {
        return Uni.createFrom().item(Outcome.refused(refusal, field));
    }

    /** What a plain rule said, as the end of a chain. */
    public static <T> Uni<Outcome<T>> decided(Outcome<T> outcome) {
        return Uni.createFrom().item(outcome);
    }
}
