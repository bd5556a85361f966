package org.linli.registration.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Stations over HTTP")
class StationApiTest {
    /** Metres of one degree of latitude on the sphere of mean radius 6,371,008.8 m. */
    private static final double DEGREE = 6_371_008.8 * Math.PI / 180;

    Surroundings surroundings;

    @Test
    void aStationIsOpenedToldAndPublic() {
        District district = District.fresh(surroundings);
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
        List<Map<String, String>> hours = List.of(
                Map.of("day", "THURSDAY", "opens", "09:30", "closes", "11:30"),
                Map.of("day", "TUESDAY", "opens", "09:30", "closes", "11:30"));

        UUID id = administrator.create("stations", opening(district, "金石站", Map.of("openingHours", hours)));

        Calls.by(district.somebody().token())
                .get("stations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("openingHours.day", contains("TUESDAY", "THURSDAY"))
                .body("openingHours[0].opens", equalTo("09:30"))
                .body("coverage", contains(district.community()))
                .body("distance", nullValue());
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", id))
                .extracting(OnTopic::type)
                .containsExactly("linli.registration.station.opened.v1"));
    }

    @Test
    void stationsAreOpenedByAdministratorsWithinTheirScope() {
        District district = District.fresh(surroundings);
        District elsewhere = District.fresh(surroundings);

        Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.code()))
                .post("stations", opening(district, "站", Map.of()))
                .then()
                .statusCode(403);
        Calls.by(elsewhere.tokenOf(Role.DISTRICT_ADMINISTRATOR, elsewhere.code()))
                .post("stations", opening(district, "站", Map.of()))
                .then()
                .statusCode(403);
    }

    @Test
    void stationsServeKnownDivisionsOfTheirOwnDistrict() {
        District district = District.fresh(surroundings);
        District elsewhere = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());

        operator.post("stations", opening(district, "站", Map.of("coverage", List.of(elsewhere.community()))))
                .then()
                .statusCode(400)
                .body("code", equalTo("coverage-outside-district"))
                .body("field", equalTo("coverage"));
        operator.post("stations", opening(district, "站", Map.of("coverage", List.of(district.digits() + "999999"))))
                .then()
                .statusCode(400)
                .body("code", equalTo("division-unknown"))
                .body("field", equalTo("coverage"));
    }

    @Test
    void placesThatAreNotOnEarthAreRefused() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());

        operator.post("stations", opening(district, "站", Map.of("longitude", 180.001)))
                .then()
                .statusCode(400)
                .body("field", equalTo("longitude"));
        operator.post("stations", opening(district, "站", Map.of("latitude", -90.001)))
                .then()
                .statusCode(400)
                .body("field", equalTo("latitude"));
    }

    @Test
    void theNearestComesFirstWithItsDistance() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        double latitude = 10 + ThreadLocalRandom.current().nextDouble(50);
        double longitude = ThreadLocalRandom.current().nextDouble(-170, 170);
        String near = "stations?near=%.9f,%.9f".formatted(longitude, latitude);
        // along a meridian a distance is an angle, so that it is known without a formula
        UUID far = operator.create("stations", at(district, "远", longitude, latitude + 1500 / DEGREE));
        UUID close = operator.create("stations", at(district, "近", longitude, latitude - 400 / DEGREE));
        UUID here = operator.create("stations", at(district, "此", longitude, latitude));
        operator.create("stations", at(district, "外", longitude, latitude + 2001 / DEGREE));

        Response found = operator.get(near + "&within=2000");

        assertThat(ids(found)).containsExactly(here, close, far);
        List<Float> distances = found.jsonPath().getList("items.distance", Float.class);
        assertThat(distances.get(0)).isCloseTo(0, within(0.01f));
        assertThat(distances.get(1)).isCloseTo(400, within(0.01f));
        assertThat(distances.get(2)).isCloseTo(1500, within(0.01f));
        operator.get(near + "&within=2000&kind=CENTRE").then().body("items", empty());

        Response first = operator.get(near + "&within=2000&limit=2");
        Response second = operator.get(first.header("Link").replaceAll("^</api/v1/|>; rel=\"next\"$", ""));
        assertThat(ids(first)).containsExactly(here, close);
        assertThat(ids(second)).containsExactly(far);
    }

    @Test
    void distancesAcrossTheParallelAreThoseOfASphere() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        // the spherical law of cosines is another formula for the same distance
        double longitude = 102.7222 + ThreadLocalRandom.current().nextDouble(1e-6);
        operator.create("stations", at(district, "翠湖", 102.7036, 25.0465));

        List<Map<String, Object>> found = operator.get("stations?near=" + longitude + ",25.0176&within=5000&limit=200")
                .jsonPath()
                .getList("items");

        assertThat(found.stream().filter(station -> district.community().equals(station.get("division"))))
                .singleElement()
                .satisfies(station -> assertThat(((Number) station.get("distance")).doubleValue())
                        .isCloseTo(greatCircle(longitude, 25.0176, 102.7036, 25.0465), within(0.1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=181,25",
                "near=102,91",
                "near=102",
                "near=a,b",
                "near=NaN,NaN",
                "near=102,25&within=0",
                "near=102,25&division=530103000000"
            })
    void aSearchThatMakesNoSenseIsRefused(String query) {
        Calls.by(surroundings.operatorToken()).get("stations?" + query).then().statusCode(400);
    }

    @Test
    void nobodySearchesFurtherThanAllowed() {
        Calls.by(surroundings.operatorToken())
                .get("stations?near=102,25&within=20001")
                .then()
                .statusCode(400)
                .body("code", equalTo("too-far-around"))
                .body("field", equalTo("within"));
    }

    @Test
    void communitiesWithoutAStationAreNamed() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        String gaps = "stations/coverage?level=COMMUNITY&below=" + district.code();

        operator.get(gaps).then().body("items.code", contains(district.community(), district.otherCommunity()));
        operator.create("stations", opening(district, "金石站", Map.of()));
        operator.get(gaps).then().body("items.code", contains(district.otherCommunity()));
        operator.create("stations", opening(district, "街道所", Map.of("coverage", List.of(district.street()))));
        operator.get(gaps).then().body("items", empty());
    }

    @Test
    void aNameIsTakenOnceAlsoWhenItIsAskedForAtOnce() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());

        List<Integer> statuses = Calls.together(IntStream.range(0, 6)
                .<Supplier<Response>>mapToObj(
                        number -> () -> operator.post("stations", opening(district, "金石 站", Map.of())))
                .toList());

        assertThat(Collections.frequency(statuses, 201)).isOne();
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
        operator.get("stations?kind=STATION&division=" + district.community())
                .then()
                .body("items.name", contains("金石 站"));
    }

    private static List<UUID> ids(Response page) {
        return page.jsonPath().getList("items.id", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static double greatCircle(double longitudeA, double latitudeA, double longitudeB, double latitudeB) {
        double a = Math.toRadians(latitudeA);
        double b = Math.toRadians(latitudeB);
        double cosine = Math.sin(a) * Math.sin(b)
                + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(longitudeB - longitudeA));
        return 6_371_008.8 * Math.acos(cosine);
    }

    private static Map<String, Object> at(District district, String name, double longitude, double latitude) {
        return opening(district, name, Map.of("longitude", longitude, "latitude", latitude));
    }

    private static Map<String, Object> opening(District district, String name, Map<String, Object> changes) {
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("kind", "STATION");
        opening.put("name", name);
        opening.put("division", district.community());
        opening.put("longitude", 102.75);
        opening.put("latitude", 25.05);
        opening.put("serviceMenu", List.of("MEALS", "REPAIRS"));
        opening.putAll(changes);
        return opening;
    }
}
