package org.linli.kit;

import java.util.Map;
import java.util.function.Function;

/**
 * What came of a rule: done, or refused for an expected reason. Sealed, so that nobody forgets the refusal.
 *
 * @param <T> what is there when it was done
 */
public sealed interface Outcome<T> {

    /** The rule allowed it. */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The rule refused it; nothing changed.
     *
     * @param refusal why, from the service's one table of refusals
     * @param field the input at fault; null if none
     * @param details values for the sentence shown to the caller; must hold no personal data
     */
    record Refused<T>(Refusal refusal, String field, Map<String, Object> details) implements Outcome<T> {
        public Refused {
            details = Map.copyOf(details);
        }
    }

    /** It was done. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** It was refused. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal, null, Map.of());
    }

    /** It was refused because of one field of the input. */
    static <T> Outcome<T> refused(Refusal refusal, String field) {
        return new Refused<>(refusal, field, Map.of());
    }

    /** It was refused because of one field of the input, with values for the sentence. */
    static <T> Outcome<T> refused(Refusal refusal, String field, Map<String, Object> details) {
        return new Refused<>(refusal, field, details);
    }

    /** Turns what was done into something else; a refusal stays what it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> next) {
        return switch (this) {
            case Done<T>(T value) -> done(next.apply(value));
            case Refused<T>(Refusal refusal, String field, Map<String, Object> details) ->
                new Refused<>(refusal, field, details);
        };
    }

    /** Asks the next rule; a refusal stays what it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal, String field, Map<String, Object> details) ->
                new Refused<>(refusal, field, details);
        };
    }
}
