package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.linli.kit.Outcome;

/** Steps for many things in a row: a Hibernate session does one thing at a time. */
final class OneByOne {
    private OneByOne() {}

    /** Does something with each. */
    static <T> Uni<Void> each(List<T> things, Function<T, Uni<?>> step) {
        return things.isEmpty()
                ? Uni.createFrom().voidItem()
                : step.apply(things.getFirst()).chain(() -> each(things.subList(1, things.size()), step));
    }

    /** Does something with each until one is refused. */
    static <T> Uni<Outcome<Integer>> untilRefused(List<T> things, Function<T, Uni<? extends Outcome<?>>> step) {
        return from(things, 0, step);
    }

    private static <T> Uni<Outcome<Integer>> from(
            List<T> things, int next, Function<T, Uni<? extends Outcome<?>>> step) {
        return next == things.size()
                ? Uni.createFrom().item(Outcome.done(next))
                : step.apply(things.get(next)).chain(outcome -> switch (outcome) {
                    case Outcome.Done<?> done -> from(things, next + 1, step);
                    case Outcome.Refused<?> refused -> Uni.createFrom().item(refused.<Integer>map(never -> 0));
                });
    }
}
