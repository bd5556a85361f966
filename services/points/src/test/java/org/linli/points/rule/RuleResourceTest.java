package org.linli.points.rule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityState;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.ProgrammeEvent;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Points rules over HTTP")
class RuleResourceTest {
    /** Far ahead, where no test serves. */
    private static final LocalDate FROM = LocalDate.now().plusYears(3);

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    Town town;
    String operator;
    String code;

    @BeforeEach
    void anOperator() {
        town = new Town(surroundings);
        operator = town.operator();
        code = "r-" + UUID.randomUUID().toString().substring(0, 20);
    }

    @Test
    void aVersionIsPublishedClosedAndFollowedByTheNext() {
        String id = publish(operator, FROM, null).statusCode(201).extract().path("id");
        publish(operator, FROM.plusDays(30), null)
                .statusCode(409)
                .body("code", equalTo("rule-overlaps"))
                .body("field", equalTo("validFrom"));
        close(operator, id, FROM.plusDays(29)).statusCode(200).body("validUntil", equalTo(FROM.plusDays(29) + ""));
        close(operator, id, FROM.plusDays(35)).statusCode(409).body("code", equalTo("rule-closed"));
        publish(operator, FROM.plusDays(30), null).statusCode(201).body("ruleVersion", equalTo(2));
        in(FROM).body("items.findAll { it.code == '" + code + "' }.ruleVersion", equalTo(List.of(1)));
        in(FROM.plusDays(30)).body("items.findAll { it.code == '" + code + "' }.ruleVersion", equalTo(List.of(2)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.points", id))
                        .extracting(OnTopic::type, record -> record.headers().get("ce_sequence"))
                        .containsExactly(
                                tuple("linli.points.rule.published.v1", "1"),
                                tuple("linli.points.rule.published.v1", "2")));
    }

    @Test
    void theRulesACityStartsWithAreInForceToday() {
        in(LocalDate.now())
                .body("items.code", hasItem("service-hours"))
                .body("items.code", hasItem("good-review"))
                .body("items.code", hasItem("day-cap"))
                .body("items.code", not(hasItem(code)));
    }

    @Test
    void ofTwentyPublicationsAtOnceOneWins() {
        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(call -> publish(operator, FROM, null).extract().statusCode())
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
    }

    @Test
    void nothingReachesBackAndOnlyTheOperatorPublishes() {
        publish(operator, LocalDate.now().minusDays(3), null).statusCode(409).body("code", equalTo("rule-in-the-past"));
        publish(town.official(Role.DISTRICT_ADMINISTRATOR), FROM, null).statusCode(403);
    }

    @Test
    void aRuleThatNamesAnActivityIsAboutThatAloneOnceItIsThere() {
        UUID activity = UUID.randomUUID();
        LocalDate today = clock.today();
        Map<String, Object> body = body(today, null);
        body.put("activityId", activity.toString());
        post(operator, "", body).statusCode(409).body("code", equalTo("not-known-yet"));
        town.tell(Fact.of(activity, 1, town.community(), new ProgrammeEvent.ActivityPublished(published(activity))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> surroundings.database().count("select count(*) from programme_copy where id = ?", activity)
                        == 1);
        post(operator, "", body).statusCode(201).body("activityId", equalTo(activity.toString()));
        given().auth()
                .oauth2(operator)
                .get("/api/v1/points-rules?activityId=" + activity)
                .then()
                .body("items.code", equalTo(List.of(code)));
        // When an hour is served there, and one elsewhere
        UUID there = town.volunteer().id();
        UUID elsewhere = town.volunteer().id();
        town.tell(town.confirmed(of(activity, town.hours(there, 60, today))));
        town.tell(town.confirmed(town.hours(elsewhere, 60, today)));
        // Then the one is worth what its rule says, in the place of the everyday rule
        town.awaitBalance(there, 120);
        town.awaitBalance(elsewhere, 100);
        // and no version of that code is about something else
        post(operator, "", body(today, null)).statusCode(409).body("code", equalTo("rule-names-differ"));
        body.put("kind", "DAY_CAP");
        post(operator, "", body).body("code", equalTo("rule-terms-invalid")).body("field", equalTo("activityId"));
    }

    private ActivityState published(UUID activity) {
        return new ActivityState(
                activity,
                town.community().value(),
                null,
                null,
                UUID.randomUUID(),
                ServiceCategory.MEALS,
                "MEALS",
                ActivityStatus.PUBLISHED,
                false,
                List.of(),
                List.of(),
                false,
                null);
    }

    private static ServiceRecordState of(UUID activity, ServiceRecordState hours) {
        return new ServiceRecordState(
                hours.recordId(),
                hours.volunteerId(),
                null,
                UUID.randomUUID(),
                null,
                null,
                hours.division(),
                hours.category(),
                hours.provenance(),
                hours.status(),
                hours.minutes(),
                hours.serviceDate(),
                null,
                null,
                true,
                null,
                null,
                activity,
                null);
    }

    private ValidatableResponse publish(String token, LocalDate from, LocalDate until) {
        return post(token, "", body(from, until));
    }

    private Map<String, Object> body(LocalDate from, LocalDate until) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("kind", "PER_HOUR");
        body.put("amount", 120);
        body.put("validFrom", from.toString());
        if (until != null) {
            body.put("validUntil", until.toString());
        }
        return body;
    }

    private static ValidatableResponse close(String token, String id, LocalDate lastDay) {
        return post(token, "/" + id + "/closing", Map.of("validUntil", lastDay.toString()));
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/points-rules" + path)
                .then();
    }

    private ValidatableResponse in(LocalDate day) {
        return given().auth()
                .oauth2(operator)
                .get("/api/v1/points-rules?limit=200&on=" + day)
                .then()
                .statusCode(200);
    }
}
