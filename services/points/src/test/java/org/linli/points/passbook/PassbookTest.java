package org.linli.points.passbook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Passbooks as people see them")
class PassbookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    Surroundings surroundings;
    Town town;

    @BeforeEach
    void aTown() {
        town = new Town(surroundings);
    }

    @Test
    void anEmptyPassbookReadsZero() {
        Town.Person volunteer = town.volunteer();
        get(volunteer.token(), "/" + volunteer.id())
                .statusCode(200)
                .body("balance", equalTo(0))
                .body("held", equalTo(0))
                .body("owed", equalTo(0))
                .body("unit", equalTo("POINTS"))
                .body("division", equalTo(town.community().value()));
        get(volunteer.token(), "/" + volunteer.id() + "/statement")
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aStatementRunsFromTheNewestLineBackAndPagesByKey() {
        // Given five hours on five days
        Town.Person volunteer = town.volunteer();
        for (int day = 0; day < 5; day++) {
            town.tell(town.confirmed(town.hours(volunteer.id(), 60, DAY.plusDays(day))));
            town.awaitBalance(volunteer.id(), 100L * (day + 1));
        }
        // When the statement is read two lines at a time
        List<Integer> balances = new ArrayList<>();
        String next = "/api/v1/passbooks/" + volunteer.id() + "/statement?limit=2";
        int pages = 0;
        while (next != null) {
            Response page = given().auth().oauth2(volunteer.token()).get(next);
            page.then().statusCode(200).body("items[0].ruleCode", equalTo("service-hours"));
            balances.addAll(page.jsonPath().getList("items.balance"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            pages++;
        }
        // Then every line is there once, with its running balance
        assertThat(pages).isEqualTo(3);
        assertThat(balances).containsExactly(500, 400, 300, 200, 100);
    }

    @Test
    void theBalanceOfAnyMomentCanBeAsked() {
        Town.Person volunteer = town.volunteer();
        Instant before = Instant.now();
        town.tell(town.confirmed(town.hours(volunteer.id(), 60, DAY)));
        town.awaitBalance(volunteer.id(), 100);
        Instant between = Instant.now();
        town.tell(town.confirmed(town.hours(volunteer.id(), 60, DAY)));
        town.awaitBalance(volunteer.id(), 200);
        balanceAt(volunteer, before).body("balance", equalTo(0));
        balanceAt(volunteer, between).body("balance", equalTo(100));
        balanceAt(volunteer, Instant.now()).body("balance", equalTo(200));
    }

    @Test
    void aLineThatWasCutByTheCapSaysHowMuchWasClaimed() {
        Town.Person volunteer = town.volunteer();
        town.tell(town.confirmed(town.hours(volunteer.id(), 600, DAY)));
        town.awaitBalance(volunteer.id(), 800);
        get(volunteer.token(), "/" + volunteer.id() + "/statement")
                .body("items[0].amount", equalTo(800))
                .body("items[0].claimed", equalTo(1000))
                .body("items[0].reverses", nullValue());
    }

    @Test
    void onlyTheOwnerAndThePostAboveReadAPassbook() {
        Town.Person volunteer = town.volunteer();
        String path = "/" + volunteer.id();
        get(town.official(Role.STATION_COORDINATOR), path).statusCode(200);
        get(town.official(Role.DISTRICT_ADMINISTRATOR), path).statusCode(200);
        get(town.official(Role.AUDITOR), path).statusCode(200);
        get(town.operator(), path).statusCode(200);
        get(town.official(Role.TEAM_LEADER), path).statusCode(404);
        get(town.volunteer().token(), path).statusCode(404).body("code", equalTo("not-found"));
        get(new Town(surroundings).official(Role.DISTRICT_ADMINISTRATOR), path).statusCode(404);
    }

    @Test
    void aListHoldsThePassbooksOfTheOwnDivisionAndNoOthers() {
        town.divisions();
        String mine = town.volunteer().id().toString();
        String alsoMine = town.volunteer().id().toString();
        String foreign = new Town(surroundings).volunteer().id().toString();
        String administrator = town.official(Role.DISTRICT_ADMINISTRATOR);
        get(administrator, "?limit=200")
                .statusCode(200)
                .body("items.volunteerId", hasSize(2))
                .body("items.volunteerId", hasItem(mine))
                .body("items.volunteerId", hasItem(alsoMine))
                .body("items.volunteerId", not(hasItem(foreign)));
        get(administrator, "?division=" + town.district()).statusCode(200).body("items", hasSize(2));
        get(administrator, "?limit=1&division=" + town.district())
                .statusCode(200)
                .body("items.balance", contains(0))
                .header("Link", containsString("rel=\"next\""));
        get(new Town(surroundings).official(Role.AUDITOR), "?division=" + town.district())
                .statusCode(403);
        get(town.volunteer().token(), "").statusCode(403);
    }

    private ValidatableResponse balanceAt(Town.Person volunteer, Instant at) {
        return get(volunteer.token(), "/" + volunteer.id() + "/balance?at=" + at)
                .statusCode(200);
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1/passbooks" + path).then();
    }
}
