package org.linli.kit.test;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls that succeed of the operations that every service has for personal data: one's own, and the keys.
 *
 * @param service whose they are
 * @param operatorToken of an operator whom the service knows
 */
public record PersonalDataSamples(Surroundings surroundings, String service, Supplier<String> operatorToken) {

    /** One for each operation. */
    public Map<String, Supplier<Sample>> all() {
        return Map.of(
                "GET " + data(), () -> Sample.of(data(), anybody()),
                "GET " + data() + "/accesses", () -> Sample.of(data() + "/accesses", anybody()),
                "GET " + keys(), () -> Sample.of(keys(), operator()),
                "POST " + keys() + "/rotation", () -> Sample.of(keys() + "/rotation", operator()),
                "DELETE " + keys() + "/{keyId}", () -> Sample.of(keys() + "/" + unusedKey(), operator()));
    }

    /** Everybody may know what is held of them. */
    public static Set<String> openToForeigners(String service) {
        String data = "/api/v1/personal-data/" + service;
        return Set.of("GET " + data, "GET " + data + "/accesses");
    }

    /** A key that was replaced before anything was written with it. */
    private String unusedKey() {
        rotate();
        List<Map<String, Object>> keys = rotate();
        return keys.reversed().stream()
                .filter(key -> !(Boolean) key.get("newest") && ((Number) key.get("values")).longValue() == 0)
                .map(key -> (String) key.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> rotate() {
        return given().auth()
                .oauth2(operator())
                .post(keys() + "/rotation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("keys");
    }

    private String data() {
        return "/api/v1/personal-data/" + service;
    }

    private String keys() {
        return "/api/v1/operations/" + service + "/keys";
    }

    private String operator() {
        return operatorToken.get();
    }

    private String anybody() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }
}
