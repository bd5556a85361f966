package org.linli.points.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.linli.contracts.EventCatalog;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordCorrected;

/**
 * Compares what Kafka keeps with what points says it applied: no confirmed service may be lost, nothing may be applied
 * that nobody told. Reviews and completions may concern nobody, so for them only the second holds.
 */
@ApplicationScoped
class LogComparison {
    private static final Set<String> MUST_COUNT = Set.of(
            EventCatalog.typeOf(ServiceRecordConfirmed.class).value(),
            EventCatalog.typeOf(ServiceRecordCorrected.class).value());
    private static final String PREPARE = """
            create temporary table logged (id uuid primary key, due boolean not null) on commit drop;
            create temporary table present on commit drop as select clock_timestamp() as at
            """;
    private static final String TAKE = "insert into logged select distinct on (id) id, due from unnest(?::uuid[],"
            + " ?::boolean[]) as l (id, due) order by id, due desc on conflict do nothing";
    private static final String COMPARE = """
            with lost as (
              select l.id from logged l where l.due and not exists (select from source_event s where s.event_id = l.id)
                and not exists (select from waiting_event w where w.event_id = l.id)
            ), invented as (
              select s.event_id as id from source_event s, present
              where s.applied_at < present.at and s.type = any(?)
                and not exists (select from logged l where l.id = s.event_id)
            )
            select (select count(*) from logged) as examined, (select count(*) from lost) as lost,
              (select string_agg(id::text, ' ') from (select id from lost order by id limit 3) f) as lost_ids,
              (select count(*) from invented) as invented,
              (select string_agg(id::text, ' ') from (select id from invented order by id limit 3) f) as invented_ids
            """;

    private final DataSource database;
    private final EventLog log;

    @Inject
    LogComparison(DataSource database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    Check run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(PREPARE);
                }
                log.read(MUST_COUNT, events -> take(connection, events));
                return compare(connection);
            } catch (KafkaException away) {
                return new Check("event-log", false, 0, "Kafka does not answer, so nothing could be compared");
            } finally {
                connection.rollback();
            }
        }
    }

    private static void take(Connection connection, Set<EventLog.Logged> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        Array ids = connection.createArrayOf(
                "uuid", events.stream().map(EventLog.Logged::id).toArray());
        Array due = connection.createArrayOf(
                "boolean", events.stream().map(EventLog.Logged::due).toArray());
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, ids);
            statement.setArray(2, due);
            statement.executeUpdate();
        }
    }

    private static Check compare(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPARE)) {
            statement.setArray(1, connection.createArrayOf("text", MUST_COUNT.toArray()));
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                long lost = answer.getLong("lost");
                long invented = answer.getLong("invented");
                String detail = lost > 0 ? lost + " not applied, for example " + answer.getString("lost_ids") : null;
                if (invented > 0) {
                    detail = (detail == null ? "" : detail + "; ") + invented
                            + " applied but not on the log, for example " + answer.getString("invented_ids");
                }
                return new Check("event-log", detail == null, answer.getLong("examined"), detail);
            }
        }
    }
}
