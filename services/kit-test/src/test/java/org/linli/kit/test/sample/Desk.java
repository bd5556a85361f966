package org.linli.kit.test.sample;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.RegistrationEvent.DivisionRecorded;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Surroundings;

/** An operator at work with records that the sample could not consume. */
record Desk(Surroundings surroundings, String token) {
    private static final String PATH = "/api/v1/operations/kit-test/dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Desk of(Surroundings surroundings) {
        return new Desk(surroundings, Operators.token(surroundings));
    }

    /** A place that is not there yet. */
    static String somewhere() {
        return "at " + UUID.randomUUID().toString().substring(0, 13);
    }

    /** Tells of a division at a place that is not there; answers the letter that came of it. */
    long refused(UUID subject, long sequence, String place) {
        DivisionState state =
                new DivisionState("530103005005", place, DivisionLevel.COMMUNITY, "530103005000", null, null, null);
        UUID event = surroundings
                .events()
                .publish("registration", Fact.of(subject, sequence, null, new DivisionRecorded(state)));
        return letterOf(event);
    }

    long refused(String place) {
        return refused(UUID.randomUUID(), 1, place);
    }

    /** The letter that came of an event; it may take a moment. */
    long letterOf(UUID event) {
        await().atMost(PATIENCE).until(() -> ids(event).size() == 1);
        return ((Number) ids(event).getFirst().get("id")).longValue();
    }

    private List<Map<String, Object>> ids(UUID event) {
        return surroundings
                .database()
                .query(
                        "select id from dead_letter where position(? in convert_from(headers, 'UTF8')) > 0",
                        event.toString());
    }

    /** Now it is there: what was told of it could be written down. */
    void found(String place) {
        surroundings.database().execute("insert into place values (?)", place);
    }

    long heardAt(String place) {
        return surroundings.database().count("select count(*) from heard where name = ?", place);
    }

    /** How many put their names to it. */
    long acts(String action, long letter) {
        return surroundings
                .database()
                .count("select count(*) from audit where action = ? and subject = ?", action, "dead-letter/" + letter);
    }

    JsonPath get(String rest) {
        return given().auth()
                .oauth2(token)
                .get(PATH + rest)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath letter(long id) {
        return get("/" + id);
    }

    Response call(String what, Object body, String key) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH + "/" + what);
    }

    JsonPath done(String what, Object body) {
        return call(what, body, UUID.randomUUID().toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath done(String what, long letter) {
        return done(what, Map.of("letters", List.of(letter)));
    }
}
