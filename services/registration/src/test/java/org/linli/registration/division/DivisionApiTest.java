package org.linli.registration.division;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class DivisionApiTest {
    Surroundings surroundings;

    @Test
    void theSeedLoadsQuicklyAndASecondTimeChangesNothing() throws IOException {
        String seed = Files.readString(Path.of(System.getProperty("linli.root"), "seeds", "divisions.csv"));

        long started = System.nanoTime();
        load(surroundings.operatorToken(), seed).statusCode(200);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        long told = sequences();
        load(surroundings.operatorToken(), seed)
                .statusCode(200)
                .body("created", is(0))
                .body("changed", is(0))
                .body("unchanged", is(3563));

        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(sequences()).isEqualTo(told);
        assertThat(surroundings.database().count("select count(*) from division where code like '370215010%'"))
                .isEqualTo(11);
        as(anyone())
                .get("/api/v1/divisions/370215010000/covers/370215010203")
                .then()
                .body("covers", is(true));
        as(anyone()).get("/api/v1/divisions/370215010000/children").then().body("items", hasSize(10));
    }

    @Test
    void eachNewOrRenamedDivisionIsToldOnce() {
        District district = District.fresh(surroundings);
        String file = "code,name,level,parent\n" + district.community() + ",改名社区,community," + district.street();

        load(surroundings.operatorToken(), file).statusCode(200).body("changed", is(1));

        await().untilAsserted(() -> {
            List<OnTopic> told = surroundings.events().about("linli.registration", district.community());
            assertThat(told).hasSize(2);
            assertThat(told)
                    .extracting(event -> event.headers().get("ce_sequence"))
                    .containsExactly("1", "2");
            assertThat(told.getLast().json().at("/division/divisionName").asText())
                    .isEqualTo("改名社区");
            assertThat(told.getLast().headers()).containsEntry("ce_districts", district.digits());
        });
    }

    @Test
    void oneBadRowRefusesTheWholeFileAndSaysWhere() {
        District district = District.fresh(surroundings);
        String file = "code,name,level,parent\n"
                + district.digits() + "005007,好的,community," + district.street() + "\n"
                + district.digits() + "005,坏的,community," + district.street() + "\n";

        load(surroundings.operatorToken(), file)
                .statusCode(400)
                .body("code", is("division-rows-refused"))
                .body("title", containsString("1"))
                .body("details.rows", hasSize(1))
                .body("details.rows[0].line", is(3))
                .body("details.rows[0].fault", is("CODE_MALFORMED"));

        as(anyone())
                .get("/api/v1/divisions/" + district.digits() + "005007")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyTheOperatorLoadsDivisions() {
        District district = District.fresh(surroundings);

        load(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()), "code,name,level,parent\n")
                .statusCode(403);
    }

    @Test
    void aDivisionKnowsItsPathAndItsChildren() {
        District district = District.fresh(surroundings);

        as(anyone())
                .get("/api/v1/divisions/" + district.community() + "/path")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        contains(
                                district.province(),
                                district.city(),
                                district.code(),
                                district.street(),
                                district.community()));
        as(anyone())
                .queryParam("limit", 1)
                .get("/api/v1/divisions/" + district.street() + "/children")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("items.code", contains(district.community()));
    }

    @Test
    void divisionsAreFoundByPartOfTheNameBelowADivisionPageByPage() {
        District district = District.fresh(surroundings);

        String next = as(anyone())
                .queryParam("name", "石社区")
                .queryParam("below", district.city())
                .queryParam("level", "COMMUNITY")
                .queryParam("limit", 1)
                .get("/api/v1/divisions")
                .then()
                .statusCode(200)
                .body("items.code", contains(district.community()))
                .extract()
                .jsonPath()
                .getString("next");

        as(anyone())
                .queryParam("name", "石社区")
                .queryParam("below", district.city())
                .queryParam("after", next)
                .get("/api/v1/divisions")
                .then()
                .body("items.code", contains(district.otherCommunity()))
                .body("next", equalTo(null));
    }

    @Test
    void aGridIsAddedByThoseResponsibleOnceAndTold() {
        District district = District.fresh(surroundings);
        String grid = district.community() + "001";
        String coordinator = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        Map<String, String> body = Map.of("code", grid, "name", "第一网格");
        String path = "/api/v1/divisions/" + district.community() + "/grids";

        as(coordinator).body(body).post(path).then().statusCode(201).body("parent", is(district.community()));
        as(coordinator).body(body).post(path).then().statusCode(409).body("code", is("division-exists"));
        as(anyone()).body(body).post(path).then().statusCode(403);

        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", grid))
                .hasSize(1));
    }

    @Test
    void aMergedDivisionLeadsToItsSuccessor() {
        District district = District.fresh(surroundings);
        String today = LocalDate.now(LinliClock.ZONE).toString();

        as(surroundings.operatorToken())
                .body(Map.of("successor", district.otherCommunity(), "from", today))
                .post("/api/v1/divisions/" + district.community() + "/succession")
                .then()
                .statusCode(200)
                .body("successor", is(district.otherCommunity()));

        as(anyone())
                .get("/api/v1/divisions/" + district.community() + "/current")
                .then()
                .body("code", is(district.otherCommunity()));
        as(anyone())
                .body(district.registration())
                .post("/api/v1/volunteers")
                .then()
                .statusCode(409)
                .body("code", is("division-not-in-force"))
                .body("details.successor", is(district.otherCommunity()));
    }

    private ValidatableResponse load(String token, String file) {
        return as(token)
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/api/v1/divisions/import")
                .then();
    }

    private String anyone() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }

    private long sequences() {
        return surroundings.database().count("select sum(sequence) from division where code like '530103%'");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
