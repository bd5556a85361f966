package org.linli.activity;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.linli.kit.Outcome;

/** Continues use cases whose next step needs the database. */
public final class Outcomes {
    private Outcomes() {}

    /** Goes on with what was done; a refusal stays what it is. */
    public static <T, R> Uni<Outcome<R>> chain(Outcome<T> outcome, Function<? super T, Uni<Outcome<R>>> next) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> next.apply(value);
            case Outcome.Refused<T> refused -> Uni.createFrom().item(refused.map(never -> null));
        };
    }

    /** Goes on with what was done by something that cannot be refused. */
    public static <T, R> Uni<Outcome<R>> keep(Outcome<T> outcome, Function<? super T, Uni<R>> next) {
        return chain(outcome, value -> next.apply(value).map(Outcome::done));
    }
}
