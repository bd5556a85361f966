package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(value = LinliTestResource.class, initArgs = @ResourceArg(name = "kafka", value = "private"))
@DisplayName("A service without Kafka")
class KafkaAwayTest {

    Surroundings surroundings;

    @AfterEach
    void mendTheWire() {
        surroundings.kafkaWire().restore();
    }

    @Test
    void goesOnAnsweringAndCatchesUpWhenKafkaIsBack() {
        // Given
        awaitHeard(surroundings.events().publish("registration", HeardConsumerSurvivesTest.fact("before")));
        surroundings.kafkaWire().cut();
        // When
        UUID missed = surroundings.events().publish("registration", HeardConsumerSurvivesTest.fact("during"));
        given().auth()
                .oauth2(surroundings.issuer().tokenFor(Surroundings.anyone()))
                .contentType(ContentType.JSON)
                .body("{\"title\":\"a\",\"division\":\"530103005005\",\"minutes\":5}")
                .post("/api/v1/notes")
                .then()
                .statusCode(201);
        assertThat(heard(missed)).isZero();
        surroundings.kafkaWire().restore();
        // Then
        awaitHeard(missed);
    }

    private void awaitHeard(UUID event) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(heard(event)).isOne());
    }

    private long heard(UUID event) {
        return surroundings.database().count("select count(*) from heard where event_id = ?", event);
    }
}
