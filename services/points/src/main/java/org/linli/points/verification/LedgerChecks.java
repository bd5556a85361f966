package org.linli.points.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.linli.points.PointsConfiguration;

/** Asks the ledger's own tables, all at one moment: a posting made meanwhile is in all answers or in none. */
@ApplicationScoped
class LedgerChecks {
    private static final String OUTBOX =
            "select count(*), count(*) filter (where created_at < clock_timestamp() - ? * interval '1 second')"
                    + " from outbox";
    private static final String WAITING =
            "select count(*), count(*) filter (where arrived_at < clock_timestamp() - ? * interval '1 second')"
                    + " from waiting_event";

    private final DataSource database;
    private final PointsConfiguration configuration;

    @Inject
    LedgerChecks(DataSource database, PointsConfiguration configuration) {
        this.database = database;
        this.configuration = configuration;
    }

    List<Check> run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection);
                List<Check> checks = new ArrayList<>();
                for (LedgerQuestion question : LedgerQuestion.values()) {
                    checks.add(ask(connection, question));
                }
                Duration outbox = configuration.verification().outboxAge();
                Duration waiting = configuration.verification().waitingAge();
                checks.add(young(connection, "outbox", OUTBOX, outbox, "messages wait longer than "));
                checks.add(young(connection, "waiting", WAITING, waiting, "events wait for a volunteer longer than "));
                return checks;
            } finally {
                connection.rollback();
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    private static Check ask(Connection connection, LedgerQuestion question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question.sql())) {
            answer.next();
            long faults = answer.getLong("faults");
            String detail = faults == 0 ? null : faults + " wrong, for example " + answer.getString("detail");
            return new Check(question.label(), faults == 0, answer.getLong("examined"), detail);
        }
    }

    private static Check young(Connection connection, String name, String sql, Duration age, String complaint)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, age.toSeconds());
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                long old = answer.getLong(2);
                return new Check(name, old == 0, answer.getLong(1), old == 0 ? null : old + " " + complaint + age);
            }
        }
    }
}
