package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.Imports;
import org.linli.registration.TestPerson;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The import of volunteers")
class VolunteerImportTest {
    Surroundings surroundings;

    @Test
    void entersWhoIsRightAsVerifiedAndSealedLikeAnyRegistration() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        TestPerson person = TestPerson.any();

        UUID id = imports.bring(List.of(imports.row(person)))
                .then()
                .statusCode(200)
                .body("imported", is(1))
                .body("outcomes[0].outcome", is("IMPORTED"))
                .extract()
                .jsonPath()
                .getUUID("outcomes[0].volunteerId");

        Calls operator = Calls.by(surroundings.operatorToken());
        operator.get("volunteers/" + id)
                .then()
                .statusCode(200)
                .body("status", is("VERIFIED"))
                .body("number", startsWith("V" + district.digits().substring(0, 4)))
                .body("realName", is(person.realName().charAt(0) + "**"))
                .body("skills", is(List.of("first-aid")))
                .body("categories", is(List.of("MEALS")))
                .body("registeredAt", is("2023-05-03T16:00:00Z"));
        operator.post("volunteers/" + id + "/revelation", Map.of("reason", "test"))
                .then()
                .body("documentNumber", is(person.documentNumber()))
                .body("phone", is(person.phone()))
                .body("birthDate", is(person.birthDate().toString()));
        operator.post("volunteers/searches", Map.of("phone", person.phone()))
                .then()
                .body("items.id", is(List.of(id.toString())));
    }

    @Test
    void tellsTheOthersOnceWithoutPersonalDataAndWithoutAnAccount() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        TestPerson person = TestPerson.any();
        UUID id =
                UUID.fromString(ids(imports.bring(List.of(imports.row(person)))).getFirst());
        Calls operator = Calls.by(surroundings.operatorToken());

        operator.post("volunteers/" + id + "/suspension", Map.of("reason", "test"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> {
            List<OnTopic> told = surroundings.events().about("linli.registration", id);
            assertThat(told)
                    .extracting(event -> event.json().at("/volunteer/status").asText())
                    .containsExactly("VERIFIED", "SUSPENDED");
            assertThat(told.getFirst().text()).doesNotContain(person.realName(), person.documentNumber());
            assertThat(told.getFirst().json().at("/volunteer/accountId").isNull())
                    .isTrue();
            assertThat(told.getFirst().headers())
                    .containsEntry("ce_sequence", "1")
                    .containsEntry("ce_districts", district.digits());
        });
    }

    @Test
    void refusesWrongRowsWithTheFieldAndEntersTheOthers() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        List<Spoilt> spoilt = spoilt(district);
        List<Map<String, Object>> rows = new ArrayList<>(List.of(imports.row()));
        spoilt.forEach(one -> rows.add(with(imports.row(), one.field(), one.value())));
        rows.add(imports.row());

        JsonPath report = imports.bring(rows).then().statusCode(200).extract().jsonPath();

        assertThat(report.getInt("imported")).isEqualTo(2);
        assertThat(report.getInt("refused")).isEqualTo(spoilt.size());
        assertThat(report.<String>getList("outcomes.reference"))
                .isEqualTo(rows.stream().map(row -> row.get("reference")).toList());
        assertThat(inner(report.getList("outcomes.field")))
                .isEqualTo(spoilt.stream().map(Spoilt::field).toList());
        assertThat(inner(report.getList("outcomes.code")))
                .isEqualTo(spoilt.stream().map(Spoilt::code).toList());
        assertThat(entered(imports)).isEqualTo(2);
    }

    @Test
    void refusesABatchInWhichNobodyHasAReferenceRowByRow() {
        Imports imports = Imports.fresh(District.fresh(surroundings));

        imports.bring(List.of(with(imports.row(), "reference", null), Map.of("skills", List.of("first-aid"))))
                .then()
                .statusCode(200)
                .body("refused", is(2))
                .body("outcomes.field", is(List.of("reference", "reference")));
    }

    /** A row that is wrong in one field, and why. */
    private record Spoilt(String field, Object value, String code) {}

    private static List<Spoilt> spoilt(District district) {
        LocalDate tomorrow = LocalDate.now(LinliClock.ZONE).plusDays(1);
        return List.of(
                new Spoilt("realName", "7", "name-invalid"),
                new Spoilt("realName", null, "invalid-value"),
                new Spoilt("documentNumber", "110105194912310021", "document-number-invalid"),
                new Spoilt("birthDate", "1980-02-30", "invalid-value"),
                new Spoilt("birthDate", "1949-12-31", "document-contradicts"),
                new Spoilt("sex", "UNKNOWN", "invalid-value"),
                new Spoilt("phone", null, "invalid-value"),
                new Spoilt("homeDivision", district.street(), "not-a-community"),
                new Spoilt("homeDivision", "990000000000", "division-unknown"),
                new Spoilt("registeredOn", tomorrow.toString(), "registered-on-invalid"),
                new Spoilt("skills", List.of("a,b"), "invalid-value"),
                new Spoilt("categories", List.of("NOTHING"), "invalid-value"),
                new Spoilt("reference", "with blanks", "invalid-value"));
    }

    @Test
    void refusesWhoNeedsAGuardianLikeTheFormAfterADayThatCannotBe() {
        Imports imports = Imports.fresh(District.fresh(surroundings));
        LocalDate today = LocalDate.now(LinliClock.ZONE);
        Map<String, Object> doublyWrong = imports.row(TestPerson.bornOn(today.minusYears(7)));
        doublyWrong.put("registeredOn", today.minusYears(8).toString());

        imports.bring(List.of(
                        imports.row(TestPerson.bornOn(today.minusYears(17))),
                        imports.row(TestPerson.bornOn(today.minusYears(7))),
                        doublyWrong))
                .then()
                .body("outcomes.code", is(List.of("guardian-needed", "too-young", "registered-on-invalid")))
                .body("outcomes.field", is(List.of("birthDate", "birthDate", "registeredOn")));
    }

    @Test
    void answersARepetitionWithTheSameVolunteersAndGoesOnWhereItStopped() {
        Imports imports = Imports.fresh(District.fresh(surroundings));
        List<Map<String, Object>> rows = some(imports, 20);
        List<String> first = ids(imports.bring(rows.subList(0, 12)));

        JsonPath again = imports.bring(rows).jsonPath();

        assertThat(again.getInt("alreadyImported")).isEqualTo(12);
        assertThat(again.getInt("imported")).isEqualTo(8);
        assertThat(again.<String>getList("outcomes.volunteerId").subList(0, 12)).isEqualTo(first);
        assertThat(entered(imports)).isEqualTo(20);
        await().untilAsserted(() -> assertThat(
                        surroundings.events().about("linli.registration", UUID.fromString(first.getFirst())))
                .hasSize(1));
    }

    @Test
    void entersADocumentOnceWhoeverHasItAlready() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        TestPerson twice = TestPerson.any();
        TestPerson registered = district.pendingVolunteer().person();
        Map<String, Object> sameReference = imports.row(twice);

        imports.bring(List.of(imports.row(twice), imports.row(twice), imports.row(registered)))
                .then()
                .statusCode(200)
                .body("outcomes.outcome", is(List.of("IMPORTED", "REFUSED", "REFUSED")))
                .body("outcomes[1].code", is("already-registered"))
                .body("outcomes[2].field", is("documentNumber"));
        Imports other = Imports.fresh(district);
        Map<String, Object> row = other.row();
        other.bring(List.of(row, row, sameReference))
                .then()
                .body("outcomes.outcome", is(List.of("IMPORTED", "ALREADY_IMPORTED", "REFUSED")));
        Calls.by(district.somebody().token())
                .post("volunteers", district.registration(twice))
                .then()
                .statusCode(409)
                .body("code", is("already-registered"));
    }

    @Test
    void ofTheSameBatchSentManyTimesAtOnceEntersEverybodyOnce() {
        Imports imports = Imports.fresh(District.fresh(surroundings));
        List<Map<String, Object>> rows = some(imports, 50);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        List<Supplier<Response>> calls = IntStream.range(0, 6)
                .<Supplier<Response>>mapToObj(call -> () -> {
                    List<Map<String, Object>> shuffled = new ArrayList<>(rows);
                    Collections.shuffle(shuffled);
                    Response answer = imports.bring(shuffled);
                    seen.addAll(ids(answer));
                    return answer;
                })
                .toList();

        List<Integer> statuses = Calls.together(calls);

        assertThat(statuses).containsOnly(200);
        assertThat(new HashSet<>(seen)).hasSize(50);
        assertThat(seen).hasSize(300).doesNotContainNull();
        assertThat(entered(imports)).isEqualTo(50);
    }

    @Test
    void andARegistrationWithTheSameDocumentAtOnceMakeOneVolunteer() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        for (int round = 0; round < 5; round++) {
            TestPerson person = TestPerson.any();
            String token = district.somebody().token();

            List<String> codes = Collections.synchronizedList(new ArrayList<>());
            List<Integer> statuses = Calls.together(List.of(() -> imports.bring(List.of(imports.row(person))), () -> {
                Response answer = Calls.by(token).post("volunteers", district.registration(person));
                codes.add(answer.jsonPath().getString("code"));
                return answer;
            }));

            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(codes.getFirst()).isIn(null, "already-registered");
            Calls.by(surroundings.operatorToken())
                    .post("volunteers/searches", Map.of("phone", person.phone()))
                    .then()
                    .body("items", hasSize(1));
        }
    }

    @Test
    void isForTheOperatorAndForAdministratorsInTheirOwnDistrict() {
        District district = District.fresh(surroundings);
        District elsewhere = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        String administrator = elsewhere.tokenOf(Role.DISTRICT_ADMINISTRATOR, elsewhere.code());

        imports.bring(
                        administrator,
                        List.of(imports.row(), Imports.fresh(elsewhere).row()))
                .then()
                .statusCode(200)
                .body("outcomes.outcome", is(List.of("REFUSED", "IMPORTED")))
                .body("outcomes[0].code", is("forbidden"))
                .body("outcomes[0].field", is("homeDivision"));
        imports.bring(district.tokenOf(Role.STATION_COORDINATOR, district.code()), List.of(imports.row()))
                .then()
                .statusCode(403);
        imports.bring(district.somebody().token(), List.of(imports.row()))
                .then()
                .statusCode(403);
    }

    @Test
    void endsInTheHandsOfThePersonWhoseCardTheStationSaw() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        String path = "volunteers/" + imports.imported() + "/account";
        District.Account person = district.somebody();
        District.Account coordinator = district.somebodyWith(Role.STATION_COORDINATOR, district.community());
        Calls station = Calls.by(coordinator.token());

        Calls.by(person.token()).post(path, hand(person)).then().statusCode(404);
        station.post(path, hand(coordinator)).then().statusCode(403).body("code", is("not-for-oneself"));
        station.post(path, hand(district.pendingVolunteer().account()))
                .then()
                .statusCode(409)
                .body("code", is("account-has-volunteer"));
        String id = station.post(path, hand(person))
                .then()
                .statusCode(200)
                .body("status", is("VERIFIED"))
                .extract()
                .jsonPath()
                .getString("id");

        Calls.by(person.token()).get("me").then().body("volunteerId", is(id)).body("volunteerStatus", is("VERIFIED"));
        for (District.Account late : List.of(district.somebody(), person, coordinator)) {
            station.post(path, hand(late)).then().statusCode(409).body("code", is("volunteer-has-account"));
        }
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", id))
                .extracting(event -> event.json().at("/volunteer/accountId").asText())
                .containsExactly("null", person.accountId().toString()));
    }

    @Test
    void endsInTheHandsOfAPersonWhoseOwnRegistrationWasRejected() {
        District district = District.fresh(surroundings);
        Imports imports = Imports.fresh(district);
        District.Registered rejected = district.pendingVolunteer();
        Calls.by(surroundings.operatorToken())
                .post("volunteers/" + rejected.id() + "/rejection", Map.of("reason", "is in the old system"))
                .then()
                .statusCode(200);
        String id = ids(imports.bring(List.of(imports.row(rejected.person())))).getFirst();

        Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()))
                .post("volunteers/" + id + "/account", hand(rejected.account()))
                .then()
                .statusCode(200);

        Calls person = Calls.by(rejected.token());
        person.get("me").then().body("volunteerId", is(id)).body("volunteerStatus", is("VERIFIED"));
        person.post("volunteers", district.registration())
                .then()
                .statusCode(409)
                .body("code", is("account-has-volunteer"));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", rejected.id()))
                .extracting(event -> event.json().at("/volunteer/accountId").asText())
                .containsExactly(
                        rejected.account().accountId().toString(),
                        rejected.account().accountId().toString(),
                        "null"));
    }

    @Test
    void takesAThousandRowsAndNoMore() {
        Imports imports = Imports.fresh(District.fresh(surroundings));
        List<Map<String, Object>> rows = some(imports, 1001);

        imports.bring(rows).then().statusCode(400).body("field", is("people"));
        imports.bring(rows.subList(0, 1000)).then().statusCode(200).body("imported", is(1000));
    }

    private static List<Map<String, Object>> some(Imports imports, int many) {
        return Stream.generate(imports::row).limit(many).toList();
    }

    private static Map<String, Object> hand(District.Account account) {
        return Map.of("accountId", account.accountId(), "reason", "card seen at the desk");
    }

    /** Without the first and the last. */
    private static List<String> inner(List<String> all) {
        return all.subList(1, all.size() - 1);
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        row.put(field, value);
        return row;
    }

    private static List<String> ids(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath().getList("outcomes.volunteerId");
    }

    private long entered(Imports imports) {
        return surroundings
                .database()
                .count(
                        "select count(*) from imported_volunteer i join volunteer v on v.id = i.volunteer_id"
                                + " where source = ? and v.status = 'VERIFIED' and v.account_id is null",
                        imports.source());
    }
}
