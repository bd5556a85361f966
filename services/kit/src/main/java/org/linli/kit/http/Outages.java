package org.linli.kit.http;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells an outage (somebody else is away, try again) from a bug. */
final class Outages {
    private Outages() {}

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof JDBCConnectionException
                    || isClosedConnection(cause)
                    || cause instanceof PgException refused && isAway(refused.getSqlState())
                    || cause instanceof SQLException told && isAway(told.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08 (connection), 53 (resources), 57 (operator intervention), and serialisation or deadlock victims. */
    private static boolean isAway(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("25P0")
                        || state.startsWith("40"));
    }

    private static boolean isClosedConnection(Throwable cause) {
        String message = cause.getMessage();
        return (cause instanceof VertxException || cause instanceof NoStackTraceThrowable)
                && message != null
                && (message.contains("closed") || message.contains("Timeout") || message.contains("timeout"));
    }
}
