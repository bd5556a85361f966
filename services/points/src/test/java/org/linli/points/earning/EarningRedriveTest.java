package org.linli.points.earning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Hours that could not be posted")
class EarningRedriveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LETTERS = "/api/v1/operations/points/dead-letters";

    Surroundings surroundings;

    private Town town;

    @BeforeEach
    void aTown() {
        town = new Town(surroundings);
    }

    @Test
    @DisplayName("earn their points once when they are re-driven, whoever does it and however often they are told")
    void earnTheirPointsOnce() {
        // Given hours that the ledger refuses, and later ones that it took meanwhile
        UUID volunteer = town.volunteer().id();
        ServiceRecordState hours = town.hours(volunteer, 60, LocalDate.of(2026, 3, 2));
        Fact refused = town.confirmed(hours);
        String constraint = "posting_trial_" + UUID.randomUUID().toString().substring(0, 8);
        change("add constraint " + constraint + " check (cause_id <> '" + hours.recordId() + "') not valid");
        UUID event = town.tell(refused);
        long letter = letterOf(event);
        town.tell(town.confirmed(town.hours(volunteer, 120, LocalDate.of(2026, 3, 3))));
        await().atMost(PATIENCE).until(() -> town.balance(volunteer) > 0);
        long before = town.balance(volunteer);
        // When the ledger is mended, and two operators re-drive them at the same time
        change("drop constraint " + constraint);
        List<CompletableFuture<String>> both = Stream.of(town.operator(), town.operator())
                .map(operator ->
                        CompletableFuture.supplyAsync(() -> redrive(operator, letter), Thread::startVirtualThread))
                .toList();
        List<String> results = both.stream().map(CompletableFuture::join).toList();
        // Then
        assertThat(results).containsExactlyInAnyOrder("CONSUMED", "SETTLED");
        assertThat(town.balance(volunteer)).isEqualTo(before + before / 2);
        // When they are told once more
        surroundings.events().publish("activity", refused, event);
        await().atMost(PATIENCE)
                .until(() -> surroundings.events().unconsumed("linli.activity", surroundings.service()) == 0);
        // Then
        assertThat(postingsOf(hours)).isOne();
        assertThat(town.balance(volunteer)).isEqualTo(before + before / 2);
    }

    private void change(String what) {
        surroundings.database().execute("alter table posting " + what);
    }

    private long letterOf(UUID event) {
        String find = "select id from dead_letter where position(? in convert_from(headers, 'UTF8')) > 0";
        await().atMost(PATIENCE)
                .until(() ->
                        surroundings.database().query(find, event.toString()).size() == 1);
        return ((Number) surroundings.database().value(find, event.toString())).longValue();
    }

    private long postingsOf(ServiceRecordState hours) {
        return surroundings.database().count("select count(*) from posting where cause_id = ?", hours.recordId());
    }

    private static String redrive(String operator, long letter) {
        return given().auth()
                .oauth2(operator)
                .contentType(ContentType.JSON)
                .body(Map.of("letters", List.of(letter)))
                .post(LETTERS + "/redrive")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].result");
    }
}
