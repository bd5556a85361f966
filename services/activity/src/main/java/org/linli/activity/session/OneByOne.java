package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Steps for many things in a row: a Hibernate session does one thing at a time. */
final class OneByOne {
    private OneByOne() {}

    /** Does something with each, in order. */
    static <T> Uni<Void> each(List<T> things, Function<T, Uni<?>> step) {
        return things.isEmpty()
                ? Uni.createFrom().voidItem()
                : step.apply(things.getFirst()).chain(() -> each(things.subList(1, things.size()), step));
    }
}
