package org.linli.registration;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Batches of volunteers from a former system that no other test has.
 *
 * @param source the former system
 * @param district where they live
 */
public record Imports(String source, District district) {

    /** A former system of a test's own. */
    public static Imports fresh(District district) {
        return new Imports("former-" + UUID.randomUUID().toString().substring(0, 8), district);
    }

    /** A row of somebody new. */
    public Map<String, Object> row() {
        return row(TestPerson.any());
    }

    /** A row of this person, who lives in the first community. */
    public Map<String, Object> row(TestPerson person) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", UUID.randomUUID().toString());
        row.putAll(district.registration(person));
        row.put("registeredOn", "2023-05-04");
        return row;
    }

    /** Rows as a batch. */
    public Map<String, Object> batch(List<Map<String, Object>> rows) {
        return Map.of("source", source, "people", rows);
    }

    /** Brings them over as somebody. */
    public Response bring(String token, List<Map<String, Object>> rows) {
        return Calls.by(token).post("volunteer-imports", batch(rows));
    }

    /** Brings them over as the operator. */
    public Response bring(List<Map<String, Object>> rows) {
        return bring(district.surroundings().operatorToken(), rows);
    }

    /** Somebody new is brought over; answers the id of the volunteer. */
    public UUID imported() {
        return bring(List.of(row())).then().statusCode(200).extract().jsonPath().getUUID("outcomes[0].volunteerId");
    }
}
