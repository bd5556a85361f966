package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.TestPerson;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class VolunteerApiTest {
    Surroundings surroundings;

    @Test
    void whoeverRegistersIsPendingMaskedAndToldWithoutPersonalData() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        TestPerson person = volunteer.person();

        Calls.by(volunteer.token())
                .get("volunteers/" + volunteer.id())
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("status", is("PENDING"))
                .body("number", startsWith("V" + district.digits().substring(0, 4)))
                .body("realName", is(person.realName().charAt(0) + "**"))
                .body("documentNumber", startsWith(person.documentNumber().substring(0, 4) + "***********"))
                .body(
                        "phone",
                        is(person.phone().substring(0, 3) + "****"
                                + person.phone().substring(7)));
        Calls.by(volunteer.token())
                .get("me")
                .then()
                .body("volunteerId", is(volunteer.id().toString()));

        await().untilAsserted(() -> {
            List<OnTopic> told = surroundings.events().about("linli.registration", volunteer.id());
            assertThat(told).extracting(OnTopic::type).containsExactly("linli.registration.volunteer.registered.v1");
            assertThat(told.getFirst().text()).doesNotContain(person.realName(), person.documentNumber());
            assertThat(told.getFirst().headers()).containsEntry("ce_districts", district.digits());
        });
    }

    @Test
    void nothingThatNamesAPersonIsStoredInPlainText() {
        District.Registered volunteer = District.fresh(surroundings).verifiedVolunteer();
        TestPerson person = volunteer.person();

        for (String table : tables()) {
            for (String secret : List.of(person.realName(), person.documentNumber(), person.phone())) {
                assertThat(surroundings
                                .database()
                                .count(
                                        "select count(*) from " + table + " as r where position(? in r::text) > 0"
                                                + " or position(encode(convert_to(?, 'UTF8'), 'hex') in r::text) > 0",
                                        secret,
                                        secret))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void aSecondRegistrationWithTheSameDocumentIsRefusedWithAWayBack() {
        District district = District.fresh(surroundings);
        District.Registered first = district.pendingVolunteer();

        Calls.by(district.somebody().token())
                .post("volunteers", district.registration(first.person()))
                .then()
                .statusCode(409)
                .body("code", is("already-registered"))
                .body("field", is("documentNumber"));
        Calls.by(first.token())
                .post("volunteers", district.registration())
                .then()
                .statusCode(409)
                .body("code", is("account-has-volunteer"));
    }

    @Test
    void ofManyRegistrationsWithOneDocumentAtOnceOneSucceedsAndTheOthersAreToldWhy() throws Exception {
        // Given many who register with one document, while nobody can be entered
        District district = District.fresh(surroundings);
        Map<String, Object> form = district.registration();
        List<Supplier<Response>> calls = Stream.generate(district::somebody)
                .limit(8)
                .<Supplier<Response>>map(who -> () -> Calls.by(who.token()).post("volunteers", form))
                .toList();

        CompletableFuture<List<Response>> together;
        try (Connection writer = surroundings.database().connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("lock table volunteer in share mode");
            together = CompletableFuture.supplyAsync(() -> Calls.answersTogether(calls));
            await().untilAsserted(() -> assertThat(surroundings
                            .database()
                            .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and datname = current_database()"))
                    .isEqualTo(calls.size()));
            // When all of them may
            writer.rollback();
        }
        List<Response> answers = together.join();

        // Then one is, and the others hear of what document
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .extracting(answer -> answer.path("code").toString())
                .containsOnly("already-registered");
    }

    @Test
    void afterARejectionTheRightDataMayBeGivenAndTheDocumentIsFreeForItsOwner() {
        District district = District.fresh(surroundings);
        Calls station = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));
        District.Registered impostor = district.pendingVolunteer();

        station.post("volunteers/" + impostor.id() + "/rejection", Map.of("reason", "another person's card"))
                .then()
                .statusCode(200)
                .body("status", is("REJECTED"))
                .body("statusReason", is("another person's card"));

        district.pendingVolunteer(impostor.person());
        Calls.by(impostor.token())
                .post("volunteers", district.registration(impostor.person()))
                .then()
                .statusCode(409)
                .body("code", is("already-registered"));
        Calls.by(impostor.token())
                .post("volunteers", district.registration())
                .then()
                .statusCode(201)
                .body("id", is(impostor.id().toString()))
                .body("status", is("PENDING"));
    }

    @Test
    void theLifeOfAVolunteerIsToldInOrder() {
        District district = District.fresh(surroundings);
        Calls station = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.street()));
        District.Registered volunteer = district.pendingVolunteer();
        String path = "volunteers/" + volunteer.id();

        station.post(path + "/verification").then().statusCode(200);
        station.post(path + "/suspension", Map.of("reason", "missed three times"))
                .then()
                .statusCode(200);
        station.post(path + "/reinstatement").then().statusCode(200).body("status", is("VERIFIED"));
        station.post(path + "/verification").then().statusCode(409).body("code", is("volunteer-status-forbids"));
        Calls.by(volunteer.token()).post(path + "/withdrawal").then().statusCode(200);
        station.post(path + "/reinstatement").then().statusCode(409).body("details.status", is("WITHDRAWN"));

        await().untilAsserted(() -> {
            List<OnTopic> told = surroundings.events().about("linli.registration", volunteer.id());
            assertThat(told)
                    .extracting(event -> event.json().at("/volunteer/status").asText())
                    .containsExactly("PENDING", "VERIFIED", "SUSPENDED", "VERIFIED", "WITHDRAWN");
            assertThat(told)
                    .extracting(event -> event.headers().get("ce_sequence"))
                    .containsExactly("1", "2", "3", "4", "5");
        });
    }

    @Test
    void whoeverIsNotResponsibleSeesNothingAndNobodyDecidesForThemselves() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        String path = "volunteers/" + volunteer.id();
        Calls elsewhere = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()));
        Calls auditor = Calls.by(district.tokenOf(Role.AUDITOR, district.code()));
        district.give(volunteer.account().accountId(), Role.STATION_COORDINATOR, district.community());

        elsewhere.get(path).then().statusCode(404);
        elsewhere.post(path + "/verification").then().statusCode(404);
        auditor.get(path).then().statusCode(200);
        auditor.post(path + "/verification").then().statusCode(403).body("code", is("forbidden"));
        Calls.by(volunteer.token())
                .post(path + "/verification")
                .then()
                .statusCode(403)
                .body("code", is("not-for-oneself"));
    }

    @Test
    void aListHoldsOnlyWhatIsInScope() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.community());
        Calls elsewhere = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()));

        Calls.by(token)
                .get("volunteers?status=PENDING")
                .then()
                .body("items.id", contains(volunteer.id().toString()));
        Calls.by(token).get("volunteers?status=VERIFIED").then().body("items", empty());
        Map<String, Object> search = Map.of(
                "name",
                volunteer.person().realName(),
                "phone",
                volunteer.person().phone());
        Calls.by(token)
                .post("volunteers/searches", search)
                .then()
                .statusCode(200)
                .body("items.id", contains(volunteer.id().toString()))
                .body("items.realName", contains(volunteer.person().realName().charAt(0) + "**"));
        elsewhere.post("volunteers/searches", search).then().statusCode(200).body("items", empty());
        Calls.by(token)
                .post("volunteers/searches", Map.of("phone", volunteer.person().phone(), "status", "VERIFIED"))
                .then()
                .body("items", empty());
        Calls.by(volunteer.token()).post("volunteers/searches", search).then().statusCode(403);
        elsewhere
                .get("volunteers?division=" + district.code())
                .then()
                .statusCode(200)
                .body("items", empty());
        Calls.by(volunteer.token()).get("volunteers").then().statusCode(403);
    }

    @Test
    void whoHoldsARoleForOneStationSeesTheVolunteersItServesAndDecidesNothing() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        String inside = district.tokenOfStation(district.otherCommunity(), district.community());
        Calls station = Calls.by(inside);
        Calls other = Calls.by(district.tokenOfStation(district.community(), district.otherCommunity()));
        String path = "volunteers/" + volunteer.id();

        station.get("volunteers")
                .then()
                .statusCode(200)
                .body("items.id", contains(volunteer.id().toString()));
        station.get(path).then().statusCode(200);
        station.post(path + "/verification").then().statusCode(403).body("code", is("forbidden"));
        station.post(path + "/revelation", Map.of("reason", "to call")).then().statusCode(403);
        other.get("volunteers").then().statusCode(200).body("items", empty());
        other.get(path).then().statusCode(404);
    }

    @Test
    void aListIsReadPageByPage() {
        District district = District.fresh(surroundings);
        List<String> ids = Stream.generate(district::pendingVolunteer)
                .limit(3)
                .map(volunteer -> volunteer.id().toString())
                .toList();
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));

        Response first = administrator.get("volunteers?limit=2");
        first.then().statusCode(200).body("items.id", is(ids.subList(0, 2)));
        String next = first.header("Link").replaceFirst("^</api/v1/", "").replaceFirst(">.*$", "");
        administrator.get(next).then().body("items.id", is(ids.subList(2, 3)));
    }

    @Test
    void personalDataAreRevealedWithAReasonThatThePersonCanRead() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.pendingVolunteer();
        String path = "volunteers/" + volunteer.id();
        District.Account coordinator = district.somebodyWith(Role.STATION_COORDINATOR, district.community());

        Calls.by(coordinator.token())
                .post(path + "/revelation", Map.of("reason", "check of the card"))
                .then()
                .statusCode(200)
                .body("documentNumber", is(volunteer.person().documentNumber()))
                .body("realName", is(volunteer.person().realName()));
        Calls.by(district.tokenOf(Role.AUDITOR, district.code()))
                .post(path + "/revelation", Map.of("reason", "curiosity"))
                .then()
                .statusCode(403);

        Calls.by(volunteer.token())
                .get(path + "/revelations")
                .then()
                .body("items.reason", contains("check of the card"))
                .body("items.accountId", hasItem(coordinator.accountId().toString()));
    }

    @Test
    void whoeverIsTooYoungMustWait() {
        District district = District.fresh(surroundings);
        LocalDate today = LocalDate.now(LinliClock.ZONE);
        Calls calls = Calls.by(district.somebody().token());

        calls.post(
                        "volunteers",
                        district.registration(
                                TestPerson.bornOn(today.minusYears(8).plusDays(1))))
                .then()
                .statusCode(403)
                .body("code", is("too-young"))
                .body("details.age", is(8));
        calls.post("volunteers", district.registration(TestPerson.bornOn(today.minusYears(8))))
                .then()
                .statusCode(201)
                .body("status", is("PENDING"));
    }

    @Test
    void aStreetIsNoHome() {
        District district = District.fresh(surroundings);
        Map<String, Object> form = district.registration();
        form.put("homeDivision", district.street());

        Calls.by(district.somebody().token())
                .post("volunteers", form)
                .then()
                .statusCode(400)
                .body("code", is("not-a-community"))
                .body("field", is("homeDivision"));
    }

    @Test
    void aChangeBasedOnAnOldReadingIsRefused() {
        District district = District.fresh(surroundings);
        District.Registered volunteer = district.verifiedVolunteer();
        Calls operator = Calls.by(surroundings.operatorToken());

        operator.post("volunteers/" + volunteer.id() + "/suspension", Map.of("reason", "first"), "\"0\"")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        operator.post("volunteers/" + volunteer.id() + "/suspension", Map.of("reason", "second"), "\"1\"")
                .then()
                .statusCode(200)
                .body("status", not(is("VERIFIED")));
    }

    private List<String> tables() {
        return surroundings.database().query("select tablename from pg_tables where schemaname = 'public'").stream()
                .map(row -> "\"" + row.get("tablename") + "\"")
                .toList();
    }
}
