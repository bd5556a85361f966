package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.EventConsumer;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A record that could not be consumed")
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Surroundings surroundings;

    @Inject
    EventConsumer events;

    @Inject
    HeardConsumer heard;

    private Desk desk;

    @BeforeEach
    void comeIn() {
        desk = Desk.of(surroundings);
    }

    @Test
    @DisplayName("waits with its cause, among those that fail alike")
    void waitsAmongThoseThatFailAlike() {
        // Given
        UUID subject = UUID.randomUUID();
        long first = desk.refused(subject, 1, Desk.somewhere());
        long second = desk.refused(subject, 2, Desk.somewhere());
        // When
        JsonPath letter = desk.letter(first);
        // Then
        assertThat(letter.getString("letter.state")).isEqualTo("WAITING");
        assertThat(letter.getString("letter.subject")).isEqualTo(subject.toString());
        assertThat(letter.getString("letter.channel")).isEqualTo("registration");
        assertThat(letter.getString("letter.type")).isEqualTo("linli.registration.division.recorded.v1");
        assertThat(letter.getString("letter.cause.kind")).isEqualTo("DATABASE");
        assertThat(letter.getString("letter.cause.text")).isEqualTo("SQLSTATE 23503 heard_at_a_place");
        assertThat(desk.letter(second).getLong("behind")).isEqualTo(first);
        String group = letter.getString("letter.group");
        Map<String, Object> counted = desk.get("/groups?limit=200").getList("items").stream()
                .map(item -> (Map<String, Object>) item)
                .filter(item -> group.equals(item.get("group")))
                .findFirst()
                .orElseThrow();
        assertThat(((Number) counted.get("letters")).longValue()).isGreaterThanOrEqualTo(2);
        assertThat(((Number) counted.get("subjects")).longValue()).isPositive();
        List<Integer> page = desk.get("?limit=200&group=" + group + "&type=linli.registration.division.recorded.v1")
                .getList("items.id");
        assertThat(page).isSorted().contains((int) first, (int) second);
    }

    @Test
    @DisplayName("is listed page by page, and none is left out")
    void isListedPageByPage() {
        // Given
        List<Long> letters =
                List.of(desk.refused(Desk.somewhere()), desk.refused(Desk.somewhere()), desk.refused(Desk.somewhere()));
        // When
        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = desk.get("?limit=1&channel=registration" + next);
            page.getList("items.id", Long.class).forEach(seen::add);
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);
        // Then
        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(letters);
    }

    @Test
    @DisplayName("shows ids and codes, and of whatever else only that it is there")
    void showsIdsAndCodesOnly() {
        // Given somebody's mistake: a name and a phone in an event that is refused besides
        UUID id = UUID.randomUUID();
        UUID subject = UUID.randomUUID();
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_id", id.toString(),
                "ce_type", "linli.registration.division.recorded.v1",
                "ce_subject", subject.toString(),
                "ce_sequence", "1",
                "ce_time", "2026-01-01T00:00:00Z",
                "ce_source", "/linli/registration",
                "x-owner", "王小明"));
        String data = """
                {"division": {"code": "530103005005", "divisionName": "at 王小明家", "level": "COMMUNITY",
                    "realName": "王小明", "validFrom": "2026-01-01"}, "phone": "13800138000"}
                """;
        surroundings
                .events()
                .send("linli.registration", subject.toString(), headers, data.getBytes(StandardCharsets.UTF_8));
        // When
        JsonPath open = desk.letter(desk.letterOf(id));
        // Then
        assertThat(open.getString("data.division.code")).isEqualTo("530103005005");
        assertThat(open.getString("data.division.level")).isEqualTo("COMMUNITY");
        assertThat(open.getString("data.division.validFrom")).isEqualTo("2026-01-01");
        assertThat(open.getString("data.division.realName")).isEqualTo("•••");
        assertThat(open.getString("data.phone")).isEqualTo("•••");
        assertThat(open.getString("attributes.ce_id")).isEqualTo(id.toString());
        assertThat(open.getInt("masked")).isEqualTo(4);
        assertThat(open.getInt("letter.size")).isEqualTo(data.getBytes(StandardCharsets.UTF_8).length);
        assertThat(open.prettify()).doesNotContain("王小明", "13800138000");
    }

    @Test
    @DisplayName("that is read again, because nobody told Kafka that it was read, is not set aside again")
    void isSetAsideOnce() {
        // Given a record that was set aside by a consumer that died before it acknowledged
        UUID key = surroundings.events().poisonWithoutHeaders("linli.registration");
        await().atMost(PATIENCE).until(() -> lettersOf(key) == 1);
        await().atMost(PATIENCE).until(() -> messagesOf(key) == 1);
        OnTopic written = surroundings.events().about("linli.registration", key).getFirst();
        // When it is read again, twice
        readAgain(written);
        readAgain(written);
        // Then
        assertThat(lettersOf(key)).isOne();
        assertThat(surroundings.database().count("select count(*) from outbox where key = ?", key.toString()))
                .isZero();
        assertThat(messagesOf(key)).isOne();
    }

    @Test
    @DisplayName("is counted where operators look, and takes nobody's readiness away")
    void isCountedWhereOperatorsLook() {
        desk.refused(Desk.somewhere());
        given().get("/q/health/well").then().body(containsString("dead-letters"), containsString("degraded"));
        given().get("/q/health/ready").then().statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> given().get("/q/metrics").asString().lines().anyMatch(DeadLettersTest::isPositive));
    }

    @Test
    @DisplayName("is only an operator's business")
    void isOnlyAnOperatorsBusiness() {
        long letter = desk.refused(Desk.somewhere());
        String stranger = surroundings.issuer().tokenFor(Surroundings.anyone());
        Desk other = new Desk(surroundings, stranger);
        for (String what : List.of("trial", "redrive")) {
            other.call(
                            what,
                            Map.of("letters", List.of(letter)),
                            UUID.randomUUID().toString())
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(stranger)
                .get("/api/v1/operations/kit-test/dead-letters/" + letter)
                .then()
                .statusCode(403);
    }

    private static boolean isPositive(String metric) {
        return metric.matches("linli_dead_letters(\\{.*\\})? [1-9].*");
    }

    private long lettersOf(UUID key) {
        return surroundings.database().count("select count(*) from dead_letter where key = ?", key.toString());
    }

    private long messagesOf(UUID key) {
        return surroundings.events().about(surroundings.deadTopic(), key).size();
    }

    private void readAgain(OnTopic written) {
        String topic = surroundings.events().prefix() + "linli.registration";
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                topic,
                written.partition(),
                written.offset(),
                written.key(),
                EventCodec.json().createObjectNode().toString().getBytes(StandardCharsets.UTF_8));
        ConsumerRecords<String, byte[]> batch = new ConsumerRecords<>(
                Map.of(new TopicPartition(topic, written.partition()), List.of(record)), Map.of());
        Uni<Void> consumed = events.consume("registration", batch, heard);
        consumed.await().atMost(PATIENCE);
    }
}
