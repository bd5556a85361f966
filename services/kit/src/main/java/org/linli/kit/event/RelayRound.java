package org.linli.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One round of the relay, in one transaction: take the lock, read the oldest rows, send, await every acknowledgement,
 * delete, commit. Killed anywhere in between, the rows are still there and are sent again: duplicates are possible,
 * losses are not.
 */
@ApplicationScoped
class RelayRound {
    private static final Logger LOG = Logger.getLogger(RelayRound.class);

    /** Rows read at once; a full round is followed by the next without a pause. */
    static final int LIMIT = 1000;

    /** Any number that nobody else uses for an advisory lock in a service's own database. */
    private static final long LOCK = 0x6f7574626f78L;

    /** Below the session's time-out, so that a hanging broker ends the send before PostgreSQL ends the transaction. */
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    private final DataSource database;
    private final String bootstrap;
    private final String prefix;
    private KafkaProducer<String, byte[]> producer;

    @Inject
    RelayRound(
            DataSource database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "LINLI_TOPIC_PREFIX", defaultValue = "-") String prefix) {
        this.database = database;
        this.bootstrap = bootstrap;
        this.prefix = "-".equals(prefix) ? "" : prefix;
    }

    /** The acknowledgement of a message did not come. */
    static final class SendFailed extends Exception {
        private static final long serialVersionUID = 1L;

        SendFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private record Row(long id, OutboxRow message) {}

    /** Sends what is there; returns how many rows. */
    int run() throws SQLException, SendFailed {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Row> rows = lock(connection) ? read(connection) : List.of();
                if (!rows.isEmpty()) {
                    List<Row> tooLarge = send(rows);
                    park(connection, tooLarge);
                    delete(connection, rows);
                }
                connection.commit();
                return rows.size();
            } catch (SQLException | SendFailed | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local idle_in_transaction_session_timeout = '30s'");
            try (ResultSet result = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static List<Row> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id, topic, key, headers::text, data from outbox"
                        + " where parked_for is null order by id limit " + LIMIT)) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(new Row(
                        result.getLong(1),
                        new OutboxRow(
                                result.getString(2), result.getString(3), result.getString(4), result.getBytes(5))));
            }
            return rows;
        }
    }

    /** Sends them all and awaits every acknowledgement; answers those that no broker will ever take. */
    private List<Row> send(List<Row> rows) throws SendFailed {
        List<Row> tooLarge = new ArrayList<>();
        try {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
            for (Row row : rows) {
                acknowledgements.add(producer().send(record(row.message())));
            }
            for (int row = 0; row < rows.size(); row++) {
                if (!isAcknowledged(acknowledgements.get(row))) {
                    tooLarge.add(rows.get(row));
                }
            }
            return tooLarge;
        } catch (KafkaException | ExecutionException | TimeoutException failure) {
            close();
            throw new SendFailed("Kafka did not acknowledge: " + failure.getMessage(), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SendFailed("stopping", stopping);
        }
    }

    /** False if the message is too large: sending it again would not help, and the others must go on. */
    private static boolean isAcknowledged(Future<RecordMetadata> acknowledgement)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            acknowledgement.get(DELIVERY.toMillis() + 1000, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw failure;
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(prefix + message.topic(), message.key(), message.data());
        Outbox.map(message.headers())
                .forEach((name, value) ->
                        record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Steps aside with them; {@code OutboxHealth} shows them until an operator has looked. */
    private static void park(Connection connection, List<Row> rows) throws SQLException {
        if (!rows.isEmpty()) {
            LOG.errorf("%d rows of the outbox are too large for Kafka and were parked", rows.size());
            forEach(connection, "update outbox set parked_for = 'too large for Kafka' where id = any (?)", rows);
        }
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        forEach(connection, "delete from outbox where id = any (?) and parked_for is null", rows);
    }

    private static void forEach(Connection connection, String sql, List<Row> rows) throws SQLException {
        Array ids =
                connection.createArrayOf("bigint", rows.stream().map(Row::id).toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.LINGER_MS_CONFIG,
                            0,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            10_000,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            10_000L,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            (int) DELIVERY.toMillis()),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    /** After a failed send the order within a key is only safe with a new producer. */
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
