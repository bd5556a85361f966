package org.linli.kit.http;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells an outage (somebody else is away, try again) from a bug. */
final class Outages {
    /** The client has no types for it: its words are all there is. */
    private static final List<String> SIGNS_OF_AN_END = List.of("closed", "timeout", "lost");

    private Outages() {}

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof JDBCConnectionException
                    || cause instanceof ClosedConnectionException
                    || isClosedConnection(cause)
                    || Arrays.stream(cause.getSuppressed()).anyMatch(Outages::isOutage)
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
        if (message == null || !(cause instanceof VertxException || cause instanceof NoStackTraceThrowable)) {
            return false;
        }
        String words = message.toLowerCase(Locale.ROOT);
        return SIGNS_OF_AN_END.stream().anyMatch(words::contains);
    }
}
