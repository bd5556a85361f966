package org.linli.registration.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Sessions of browsers")
class BrowserSessionApiTest {
    private static final String SESSIONS = "me/browser-sessions";

    Surroundings surroundings;

    @Test
    void lastForTwelveHoursAndAreSeenByTheirOwnerOnly() {
        Calls person = somebody();
        String until = person.post(SESSIONS).then().statusCode(201).extract().path("until");

        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofMinutes(700), Duration.ofHours(12));
        person.get(SESSIONS).then().body("items.size()", is(1));
        somebody().get(SESSIONS).then().body("items.size()", is(0));
    }

    @Test
    void oneEndsAndGatewaysHearOfIt() {
        Calls person = somebody();
        UUID one = begin(person);
        UUID other = begin(person);

        person.post(SESSIONS + "/" + one + "/end").then().statusCode(204);
        person.post(SESSIONS + "/" + one + "/end").then().statusCode(204);

        person.get(SESSIONS).then().body("items.id", is(List.of(other.toString())));
        assertThat(ended(0)).contains(one.toString()).doesNotContain(other.toString());
    }

    @Test
    void nobodyEndsAnothersAndNobodyIsToldWhetherThereIsOne() {
        Calls person = somebody();
        UUID session = begin(person);

        somebody().post(SESSIONS + "/" + session + "/end").then().statusCode(404);

        person.get(SESSIONS).then().body("items.id", hasItem(session.toString()));
        assertThat(ended(0)).doesNotContain(session.toString());
    }

    @Test
    void allOfAPersonEndAtOnceAndNobodyElses() {
        Calls person = somebody();
        Calls neighbour = somebody();
        UUID neighbours = begin(neighbour);
        List<String> own = List.of(
                begin(person).toString(),
                begin(person).toString(),
                begin(person).toString());

        person.post(SESSIONS + "/end").then().statusCode(200).body("ended", is(3));

        person.get(SESSIONS).then().body("items.size()", is(0));
        assertThat(ended(0)).containsAll(own).doesNotContain(neighbours.toString());
    }

    @Test
    void oneTooManyEndsTheOldest() {
        Calls person = somebody();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(begin(person).toString());
        }
        surroundings
                .database()
                .execute(
                        "update browser_session set started_at = started_at - interval '1 minute' where id = ?",
                        UUID.fromString(all.getFirst()));
        all.add(begin(person).toString());

        person.get(SESSIONS).then().body("items.id", is(all.subList(1, 11))).body("items.id", not(hasItem(all.get(0))));
    }

    @Test
    void oneTooManyWithinAMinuteIsRefusedAndEndsNobodysSession() {
        Calls person = somebody();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(begin(person).toString());
        }

        person.post(SESSIONS).then().statusCode(429).body("code", is("too-many-sessions"));

        person.get(SESSIONS).then().body("items.id", is(all));
        begin(somebody());
    }

    @Test
    void theirEndIsToldByTheMomentItHappenedNotByThatInWhichItsTransactionBegan() {
        Calls person = somebody();
        UUID session = begin(person);
        person.post(SESSIONS + "/" + session + "/end").then().statusCode(204);

        assertThat(surroundings
                        .database()
                        .query(
                                "select 1 from browser_session where id = ? and ended_at > started_at"
                                        + " and ended_at <= clock_timestamp()",
                                session))
                .hasSize(1);
    }

    @Test
    void whatEndedBeforeTheMomentAskedForIsNotToldAgain() {
        Calls person = somebody();
        UUID session = begin(person);
        person.post(SESSIONS + "/" + session + "/end").then().statusCode(204);

        long later = given().get("/gateway/endings").then().extract().jsonPath().getLong("asOf") + 1;

        assertThat(ended(later)).doesNotContain(session.toString());
    }

    private Calls somebody() {
        return Calls.by(surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    private static UUID begin(Calls person) {
        return person.post(SESSIONS).then().statusCode(201).extract().jsonPath().getUUID("id");
    }

    private static List<String> ended(long since) {
        return given().queryParam("since", since)
                .get("/gateway/endings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("sessions.id");
    }
}
