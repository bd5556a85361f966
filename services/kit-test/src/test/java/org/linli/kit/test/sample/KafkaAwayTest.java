package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(value = LinliTestResource.class, initArgs = @ResourceArg(name = "kafka", value = "private"))
@DisplayName("A service without Kafka")
class KafkaAwayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Surroundings surroundings;

    @Inject
    KafkaClientService kafka;

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
        await().atMost(PATIENCE).ignoreExceptions().until(this::kafkaKnowsHowFarWeAre);
    }

    private boolean kafkaKnowsHowFarWeAre() {
        KafkaConsumer<?, ?> consumer = kafka.getConsumer("registration");
        Map<TopicPartition, Long> read = consumer.getPositions().await().atMost(PATIENCE);
        Map<TopicPartition, OffsetAndMetadata> told = consumer.committed(
                        read.keySet().toArray(TopicPartition[]::new))
                .await()
                .atMost(PATIENCE);
        return read.values().stream().anyMatch(offset -> offset > 0)
                && read.entrySet().stream()
                        .allMatch(one -> one.getValue() == 0
                                || one.getValue() == told.get(one.getKey()).offset());
    }

    @Test
    void saysInItsHealthThatKafkaIsAwayAndStaysReady() {
        // Given
        awaitHeard(surroundings.events().publish("registration", HeardConsumerSurvivesTest.fact("healthy")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/well").then().statusCode(200));
        // When
        surroundings.kafkaWire().cut();
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/well")
                        .then()
                        .statusCode(503)
                        .body(containsString("no connection to Kafka")));
        given().get("/q/health/ready").then().statusCode(200);
        surroundings.kafkaWire().restore();
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/well").then().statusCode(200));
    }

    private void awaitHeard(UUID event) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(event)).isOne());
    }

    private long heard(UUID event) {
        return surroundings.database().count("select count(*) from heard where event_id = ?", event);
    }
}
