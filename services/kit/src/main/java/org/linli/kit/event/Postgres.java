package org.linli.kit.event;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;

/** Tells PostgreSQL's refusals of data from everything else that may go wrong. */
public final class Postgres {
    private Postgres() {}

    /** SQLSTATE classes 22 (data) and 23 (constraints): trying again would not help. */
    public static boolean isDataError(Throwable failure) {
        String state = stateOf(failure);
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** The SQLSTATE somewhere in the chain of causes; null if there is none. */
    public static String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return refused.getSqlState();
            }
            // what Hibernate Reactive makes of it
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return null;
    }

    /** The constraint that was violated; null if none was. */
    public static String constraintOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused) {
                return refused.getConstraint();
            }
            if (cause instanceof ConstraintViolationException refused && refused.getConstraintName() != null) {
                return refused.getConstraintName();
            }
        }
        return null;
    }
}
