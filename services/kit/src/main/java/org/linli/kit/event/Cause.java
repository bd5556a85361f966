package org.linli.kit.event;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a record cannot be consumed. The text is a template: it holds no value of the record, so that records that fail
 * alike have the same cause and operators may read it.
 *
 * @param kind what refused it
 * @param text in which words, not for people who are not operators: a SQLSTATE with the constraint, a sentence of a
 *     rule, the name of an exception and where it came from
 */
@Schema(name = "DeadLetterCause")
public record Cause(Kind kind, String text) {
    private static final String OURS = "org.linli.";

    /** What refused a record. */
    @Schema(name = "DeadLetterCauseKind")
    public enum Kind {
        /** It is not an event that this version knows. */
        UNREADABLE,
        /** A rule says that it makes no sense. */
        UNUSABLE,
        /** PostgreSQL refuses its data: SQLSTATE classes 22 and 23. */
        DATABASE,
        /** The code stumbled over what it holds or lacks: a mistake of ours. */
        STUMBLED,
        /** Nobody consumes its channel in this version. */
        UNCLAIMED
    }

    /** A record that cannot be read. */
    public static Cause of(EventCodec.UnreadableEvent unreadable) {
        return new Cause(Kind.UNREADABLE, unreadable.getMessage());
    }

    /**
     * The cause, if the record itself is at fault and trying again would not help; empty for whatever else may go
     * wrong, of the database or of the network.
     */
    public static Optional<Cause> of(Throwable failure) {
        UnusableEvent unusable = UnusableEvent.behind(failure);
        if (unusable != null) {
            return Optional.of(new Cause(Kind.UNUSABLE, unusable.getMessage()));
        }
        if (Postgres.isDataError(failure)) {
            return Optional.of(new Cause(Kind.DATABASE, refusal(failure)));
        }
        return isStumble(failure) ? Optional.of(new Cause(Kind.STUMBLED, stumble(failure))) : Optional.empty();
    }

    /** State and constraint, without the values that PostgreSQL puts into its message. */
    private static String refusal(Throwable failure) {
        String constraint = Postgres.constraintOf(failure);
        return "SQLSTATE " + Postgres.stateOf(failure) + (constraint == null ? "" : " " + constraint);
    }

    /** A handler stumbled over what a record holds or lacks; the database and the network fail in other ways. */
    private static boolean isStumble(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException;
    }

    /** Where, without the number of the line, which the next version changes. */
    private static String stumble(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> name + " in " + frame.getClassName())
                .orElse(name);
    }
}
