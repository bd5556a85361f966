package org.linli.kit.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Events that arrived together, in the order of their topic. Handlers turn a whole batch into a few set-based
 * statements.
 *
 * @param events readable events only
 */
public record Batch(List<Received> events) {
    public Batch {
        events = List.copyOf(events);
    }

    /** Every event that {@code read} understands, with what it read; others are left out ({@code read} gives null). */
    public <T> List<Of<T>> of(Function<? super Received, ? extends T> read) {
        List<Of<T>> found = new ArrayList<>();
        for (Received received : events) {
            T value = read.apply(received);
            if (value != null) {
                found.add(new Of<>(received, value));
            }
        }
        return found;
    }

    /**
     * Like {@link #of}, but only the newest event of each key. Needed before an upsert: one statement cannot touch the
     * same row twice.
     */
    public <T> List<Of<T>> newestOf(
            Function<? super Received, ? extends T> read, Function<? super T, ?> key, ToLongFunction<Received> order) {
        Map<Object, Of<T>> newest = new LinkedHashMap<>();
        for (Of<T> candidate : this.<T>of(read)) {
            newest.merge(
                    key.apply(candidate.value()),
                    candidate,
                    (one, other) ->
                            order.applyAsLong(other.received()) >= order.applyAsLong(one.received()) ? other : one);
        }
        return List.copyOf(newest.values());
    }

    /** Like {@link #newestOf(Function, Function, ToLongFunction)}, ordered by the sequence of the subject. */
    public <T> List<Of<T>> newestOf(Function<? super Received, ? extends T> read, Function<? super T, ?> key) {
        return newestOf(read, key, Received::sequence);
    }

    /** An event and what was read from it. */
    public record Of<T>(Received received, T value) {}
}
