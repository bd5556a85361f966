package org.linli.points;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.Role;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

/** Shops of a town and what they give, entered through the API as an official would. */
public final class Market {
    private final Town town;
    private final String official;

    public Market(Town town) {
        this.town = town;
        this.official = town.official(Role.STATION_COORDINATOR);
    }

    /** A shop and a sign-in at its till. */
    public record Shop(UUID id, String till) {}

    /** The coordinator who enters shops and offers. */
    public String official() {
        return official;
    }

    /** A shop without a till. */
    public UUID merchant() {
        return post(
                        official,
                        "/api/v1/merchants",
                        Map.of("name", "龙江豆花米线", "division", town.community().value()))
                .getUUID("id");
    }

    /** A shop with one till. */
    public Shop shop() {
        UUID merchant = merchant();
        return new Shop(merchant, till(merchant));
    }

    /** A token of somebody new who may act at the till of a shop. */
    public String till(UUID merchant) {
        String keeper = town.official(Role.MERCHANT);
        post(keeper, "/api/v1/merchants/" + merchant + "/till-link", Map.of("code", code(merchant)));
        return keeper;
    }

    /** A one-time code for a till. */
    public String code(UUID merchant) {
        return post(official, "/api/v1/merchants/" + merchant + "/till-code", null)
                .getString("code");
    }

    /** What an offer says if nothing else is wanted. */
    public static Map<String, Object> terms(long price, int stock) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("title", "豆花米线一碗");
        terms.put("unit", PointsUnit.POINTS);
        terms.put("price", price);
        terms.put("stock", stock);
        terms.put("validFrom", LocalDate.now().minusDays(2).toString());
        terms.put("validUntil", LocalDate.now().plusYears(2).toString());
        return terms;
    }

    /** An offer of a shop, with whatever else it says. */
    public UUID offer(UUID merchant, long price, int stock, Map<String, Object> more) {
        Map<String, Object> terms = new HashMap<>(terms(price, stock));
        terms.putAll(more);
        return post(official, "/api/v1/offers", Map.of("merchantId", merchant, "terms", terms))
                .getUUID("id");
    }

    /** An offer of a shop. */
    public UUID offer(UUID merchant, long price, int stock) {
        return offer(merchant, price, stock, Map.of());
    }

    /** A volunteer whose passbook holds so much: an hour of service for each hundred. */
    public Town.Person volunteerWith(long hundredths) {
        return volunteersWith(1, hundredths).getFirst();
    }

    /** Several of them, told all at once. */
    public List<Town.Person> volunteersWith(int people, long hundredths) {
        List<Town.Person> volunteers = town.volunteers(people);
        volunteers.forEach(volunteer -> earn(volunteer, hundredths));
        volunteers.forEach(volunteer -> town.awaitBalance(volunteer.id(), hundredths));
        return volunteers;
    }

    /** Hours on as many days as a cap of eight a day needs. */
    private void earn(Town.Person volunteer, long hundredths) {
        long left = hundredths;
        for (LocalDate day = LocalDate.of(2026, 5, 1); left > 0; day = day.plusDays(1)) {
            long part = Math.min(left, 800);
            town.tell(town.confirmed(town.hours(volunteer.id(), (int) (part * 60 / 100), day)));
            left -= part;
        }
    }

    /** Tries to set one aside. */
    public Response hold(Town.Person volunteer, UUID offer) {
        return send(volunteer.token(), "/api/v1/redemptions", Map.of("offerId", offer));
    }

    /** Sets one aside. */
    public JsonPath held(Town.Person volunteer, UUID offer) {
        return hold(volunteer, offer).then().statusCode(201).extract().jsonPath();
    }

    /** Tries to hand over. */
    public Response fulfil(Shop shop, String code) {
        return fulfil(shop.id(), shop.till(), code);
    }

    /** Tries to hand over at one of several tills. */
    public Response fulfil(UUID merchant, String till, String code) {
        return send(till, "/api/v1/merchants/" + merchant + "/fulfilment", Map.of("code", code));
    }

    /** Looks what a code is for. */
    public Response verify(Shop shop, String code) {
        return send(shop.till(), "/api/v1/merchants/" + shop.id() + "/verification", Map.of("code", code));
    }

    /** Hundredths set aside of a volunteer's points. */
    public long heldOf(Town.Person volunteer) {
        return town.balance(Account.held(volunteer.id(), PointsUnit.POINTS));
    }

    /** Hundredths that a shop is owed. */
    public long payable(UUID merchant) {
        return town.balance(Account.payable(merchant, PointsUnit.POINTS));
    }

    /** A POST with a key of its own. */
    public static Response send(String token, String path, Object body) {
        var call = given().auth().oauth2(token).header("Idempotency-Key", UUID.randomUUID());
        return body == null
                ? call.post(path)
                : call.contentType("application/json").body(body).post(path);
    }

    /** A POST that succeeds. */
    public static JsonPath post(String token, String path, Object body) {
        return send(token, path, body)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract()
                .jsonPath();
    }

    /** Codes of the problems among some answers, those that succeeded as "done". */
    public static Stream<String> codes(List<Response> answers) {
        return answers.stream()
                .map(answer -> answer.statusCode() < 300 ? "done" : answer.statusCode() + " " + answer.path("code"));
    }
}
