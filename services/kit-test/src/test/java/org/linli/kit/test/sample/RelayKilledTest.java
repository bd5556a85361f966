package org.linli.kit.test.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

/**
 * The relay dies at the worst moment: Kafka has acknowledged, the rows are not deleted yet. A table lock stops its
 * DELETE exactly there, then PostgreSQL ends its session.
 */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A relay that dies between acknowledgement and delete")
class RelayKilledTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROWS = 20;

    Surroundings surroundings;

    @Test
    void losesNothingAndSendsWhatWasOpenOnceMore() throws Exception {
        // Given rows that are committed at the very moment in which a lock is granted that a DELETE must wait for
        List<String> keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(ROWS).toList();
        try (Connection writer = transaction();
                Connection locker = transaction()) {
            insert(writer, keys);
            CompletableFuture<Void> locked =
                    CompletableFuture.runAsync(() -> execute(locker, "lock table outbox in share row exclusive mode"));
            await().atMost(PATIENCE).until(() -> waiting("lock table outbox%") == 1);
            writer.commit();
            locked.join();
            // When the relay has sent them and waits to delete, its session is ended
            await().atMost(PATIENCE).until(() -> waiting("delete from outbox%") == 1);
            assertThat(sent(keys)).hasSize(ROWS);
            surroundings
                    .database()
                    .query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock' and query ilike 'delete from outbox%'");
            locker.commit();
        }
        // Then the next round sends every one of them again, and the outbox is empty
        await().atMost(PATIENCE)
                .until(() -> surroundings.database().count("select count(*) from outbox where key = any (?)", (Object)
                                keys.toArray(String[]::new))
                        == 0);
        assertThat(sent(keys)).hasSize(2 * ROWS);
        assertThat(sent(keys).stream().map(OnTopic::key).distinct()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private List<OnTopic> sent(List<String> keys) {
        return surroundings.events().all(surroundings.deadTopic()).stream()
                .filter(record -> keys.contains(record.key()))
                .toList();
    }

    private long waiting(String query) {
        return surroundings
                .database()
                .count(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query ilike ?",
                        query);
    }

    private Connection transaction() throws SQLException {
        Connection connection = surroundings.database().connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private void insert(Connection writer, List<String> keys) {
        for (String key : keys) {
            execute(
                    writer,
                    "insert into outbox (topic, key, headers, data) values ('" + surroundings.deadTopic() + "', '" + key
                            + "', '{}', 'x')");
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
