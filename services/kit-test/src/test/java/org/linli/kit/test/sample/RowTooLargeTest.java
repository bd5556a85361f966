package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A row of the outbox that is too large for Kafka")
class RowTooLargeTest {
    private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

    Surroundings surroundings;

    private final String large = UUID.randomUUID().toString();

    @AfterEach
    void anOperatorHasLooked() throws SQLException {
        try (Connection connection = surroundings.database().connect();
                PreparedStatement delete = connection.prepareStatement("delete from outbox where key = ?")) {
            delete.setString(1, large);
            delete.executeUpdate();
        }
    }

    @Test
    void stepsAsideAndShowsWhileTheOthersGoOn() throws SQLException {
        // Given
        String small = UUID.randomUUID().toString();
        try (Connection connection = surroundings.database().connect()) {
            connection.setAutoCommit(false);
            insert(connection, large, new byte[TWO_MEBIBYTES]);
            insert(connection, small, new byte[1]);
            // When
            connection.commit();
        }
        // Then the small one arrives
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(surroundings.events().about(surroundings.deadTopic(), small))
                        .hasSize(1));
        // And the large one is kept, and seen; the relay notes that after it has sent the others
        await().untilAsserted(() -> assertThat(surroundings
                        .database()
                        .count("select count(*) from outbox where key = ? and parked_for is not null", large))
                .isOne());
        assertThat(surroundings.events().about(surroundings.deadTopic(), large)).isEmpty();
        given().get("/q/health/well").then().statusCode(503).body(containsString("too large for Kafka"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void insert(Connection connection, String key, byte[] data) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outbox (topic, key, headers, data) values (?, ?, '{}', ?)")) {
            insert.setString(1, surroundings.deadTopic());
            insert.setString(2, key);
            insert.setBytes(3, data);
            insert.executeUpdate();
        }
    }
}
