package org.linli.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outage")
class OutagesTest {
    @Test
    @DisplayName("is a database that ends our JDBC connection, however deep that lies")
    void isADatabaseThatEndsAJdbcConnection() {
        SQLException closed = new SQLException("This connection has been closed.", "08003");
        assertThat(Outages.isOutage(new IllegalStateException("the database does not answer", closed)))
                .isTrue();
    }

    @Test
    @DisplayName("is a database that shuts down, told by either driver")
    void isADatabaseThatShutsDown() {
        assertThat(Outages.isOutage(new SQLException("terminating connection", "57P01")))
                .isTrue();
        assertThat(Outages.isOutage(new PgException("terminating connection", "FATAL", "57P01", "")))
                .isTrue();
        assertThat(Outages.isOutage(new ConnectException("refused"))).isTrue();
    }

    @Test
    @DisplayName("is a connection that was lost between two statements, whatever the client calls that")
    void isALostConnection() {
        assertThat(Outages.isOutage(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
        assertThat(Outages.isOutage(new NoStackTraceThrowable(
                        "Fail to read any response, the underlying connection" + " might get lost unexpectedly.")))
                .isTrue();
        assertThat(Outages.isOutage(new NoStackTraceThrowable("something else")))
                .isFalse();
    }

    @Test
    @DisplayName("is not a statement that the database understands and refuses")
    void isNotAWrongStatement() {
        assertThat(Outages.isOutage(new SQLException("syntax error", "42601"))).isFalse();
        assertThat(Outages.isOutage(new SQLException("no state", (String) null)))
                .isFalse();
        assertThat(Outages.isOutage(new NullPointerException())).isFalse();
    }
}
