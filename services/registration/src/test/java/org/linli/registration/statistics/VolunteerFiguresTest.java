package org.linli.registration.statistics;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.Imports;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Figures about volunteers")
class VolunteerFiguresTest {
    private static final String RECOUNT = "operations/registration/statistics/recount";

    Surroundings surroundings;

    @Test
    void sumUpEveryLevelFromTheCommunitiesOfTheVolunteers() {
        District district = District.fresh(surroundings);
        District.Registered serving = district.verifiedVolunteer();
        district.pendingVolunteer();
        UUID brought = Imports.fresh(district).imported();
        Entries entries = new Entries(surroundings);
        entries.confirmed(serving.id(), LocalDate.of(2026, 10, 3), 60);
        entries.confirmed(serving.id(), LocalDate.of(2026, 11, 3), 90);
        entries.confirmed(brought, LocalDate.of(2025, 11, 3), 30);
        entries.awaitCounted();
        Calls anybody = Calls.by(district.somebody().token());

        for (String division : List.of(district.community(), district.street(), district.code())) {
            figures(anybody, division, "all")
                    .body("division", is(division))
                    .body("registered", is(3))
                    .body("active", is(2))
                    .body("withHours", is(2))
                    .body("minutes", is(180))
                    .body("withHoursShareOfRegistered", is(0.6667f))
                    .body("residents", nullValue())
                    .body("registeredShareOfResidents", nullValue());
        }
        figures(anybody, district.code(), "2026").body("withHours", is(1)).body("minutes", is(150));
        figures(anybody, district.code(), "2026-11").body("withHours", is(1)).body("minutes", is(90));
        figures(anybody, district.code(), "2025")
                .body("withHours", is(1))
                .body("minutes", is(30))
                .body("registered", is(0));
        figures(anybody, district.code(), "2023").body("registered", is(1)).body("minutes", is(0));
        figures(anybody, district.otherCommunity(), "all")
                .body("registered", is(0))
                .body("withHoursShareOfRegistered", nullValue());
    }

    @Test
    void followWhatBecomesOfAnEntryAndNeverCountItTwice() {
        District district = District.fresh(surroundings);
        UUID volunteer = district.verifiedVolunteer().id();
        Entries entries = new Entries(surroundings);
        LocalDate day = LocalDate.of(2026, 11, 3);
        UUID subject = UUID.randomUUID();
        Calls anybody = Calls.by(district.somebody().token());

        tell(entries, subject, 1, volunteer, day, RecordStatus.PROPOSED, 60);
        figures(anybody, district.code(), "2026-11").body("withHours", is(0)).body("minutes", is(0));
        tell(entries, subject, 2, volunteer, day, RecordStatus.CONFIRMED, 60);
        tell(entries, subject, 2, volunteer, day, RecordStatus.CONFIRMED, 60);
        figures(anybody, district.code(), "2026-11").body("withHours", is(1)).body("minutes", is(60));
        tell(entries, subject, 4, volunteer, day, RecordStatus.CONFIRMED, 45);
        tell(entries, subject, 3, volunteer, day, RecordStatus.CONFIRMED, 60);
        figures(anybody, district.code(), "2026-11").body("withHours", is(1)).body("minutes", is(45));
        tell(entries, subject, 5, volunteer, day, RecordStatus.CONFIRMED, 0);
        figures(anybody, district.code(), "all").body("withHours", is(0)).body("minutes", is(0));
    }

    @Test
    void listTheDivisionsDirectlyBelowPageByPage() {
        District district = District.fresh(surroundings);
        district.pendingVolunteer();
        Calls anybody = Calls.by(district.somebody().token());
        String path = "statistics/volunteers/by-division?division=" + district.street();

        Response first = anybody.get(path + "&limit=1");
        first.then()
                .statusCode(200)
                .body("items.division", is(List.of(district.community())))
                .body("items.registered", is(List.of(1)));
        String next = first.header("Link").replaceFirst("^</api/v1/", "").replaceFirst(">.*$", "");
        anybody.get(next)
                .then()
                .body("items.division", is(List.of(district.otherCommunity())))
                .body("items.registered", is(List.of(0)));
        anybody.get("statistics/volunteers/by-division?division=" + district.community())
                .then()
                .body("items", hasSize(0));
        anybody.get("statistics/volunteers?division=990000000000").then().statusCode(400);
        anybody.get("statistics/volunteers?period=2026-13&division=" + district.code())
                .then()
                .statusCode(400)
                .body("field", is("period"));
    }

    @Test
    void compareWithTheResidentsAndTellWhichUrbanCommunitiesAreServed() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        Calls administrator = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()));
        district.pendingVolunteer();
        String population = "divisions/" + district.code() + "/population";
        operator.get(population).then().statusCode(404);

        administrator
                .put(population, Map.of("residents", 8))
                .then()
                .statusCode(200)
                .body("residents", is(8));
        administrator
                .put("divisions/" + district.city() + "/population", Map.of("residents", 8))
                .then()
                .statusCode(403);
        administrator
                .put("divisions/" + district.otherCommunity() + "/population", Map.of("urban", false))
                .then()
                .statusCode(200);

        figures(operator, district.code(), "all")
                .body("residents", is(8))
                .body("registeredShareOfResidents", equalTo(0.125f))
                .body("urbanCommunities", is(1))
                .body("urbanCommunitiesCovered", is(0))
                .body("stations", is(0));
        open(administrator, district.street(), List.of(district.community()));
        figures(operator, district.code(), "all").body("stations", is(1)).body("urbanCommunitiesCovered", is(1));
        administrator.put("divisions/" + district.otherCommunity() + "/population", Map.of("urban", true));
        figures(operator, district.code(), "all")
                .body("urbanCommunities", is(2))
                .body("urbanCommunitiesCovered", is(1));
        open(operator, district.city(), List.of(district.street()));
        figures(operator, district.code(), "all").body("stations", is(1)).body("urbanCommunitiesCovered", is(2));
        figures(operator, district.otherCommunity(), "all").body("urbanCommunitiesCovered", is(1));
    }

    @Test
    void areFoundWrongByARecountAndRepaired() {
        District district = District.fresh(surroundings);
        breakTwo(district);
        Calls operator = Calls.by(surroundings.operatorToken());

        operator.post(RECOUNT, Map.of("repair", false))
                .then()
                .body("sound", is(false))
                .body("repaired", is(false))
                .body("differenceCount", is(2))
                .body("differences.table", is(List.of("volunteer_statistics", "volunteer_service")))
                .body("differences[0].division", is(district.community()))
                .body("differences.figure", is(List.of("registered", "minutes")))
                .body("differences.kept", is(List.of(5, 0)))
                .body("differences.counted", is(List.of(1, 60)));
        operator.post(RECOUNT, Map.of("repair", true))
                .then()
                .body("sound", is(true))
                .body("repaired", is(true))
                .body("differenceCount", is(2));
        operator.post(RECOUNT, Map.of("repair", true))
                .then()
                .body("sound", is(true))
                .body("repaired", is(false))
                .body("rowsCompared", not(0));
        figures(operator, district.code(), "all").body("registered", is(1)).body("minutes", is(60));
    }

    @Test
    void areRecountedByOperatorsOnly() {
        District district = District.fresh(surroundings);

        Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()))
                .post(RECOUNT, Map.of("repair", false))
                .then()
                .statusCode(403);
    }

    /** One volunteer with hours, and two of the figures about them wrong. */
    private void breakTwo(District district) {
        UUID volunteer = district.verifiedVolunteer().id();
        Entries entries = new Entries(surroundings);
        entries.confirmed(volunteer, LocalDate.of(2026, 11, 3), 60);
        entries.awaitCounted();
        Calls.by(surroundings.operatorToken())
                .post(RECOUNT, Map.of("repair", false))
                .then()
                .statusCode(200)
                .body("sound", is(true))
                .body("differences", hasSize(0));
        surroundings
                .database()
                .execute(
                        "update volunteer_statistics set registered = 5 where period = 'all' and division = ?",
                        district.community());
        surroundings
                .database()
                .execute("delete from volunteer_service where period = '2026' and volunteer_id = ?", volunteer);
    }

    private static void open(Calls calls, String division, List<String> coverage) {
        calls.create(
                "stations",
                Map.of(
                        "name",
                        "站" + UUID.randomUUID(),
                        "kind",
                        "STATION",
                        "division",
                        division,
                        "longitude",
                        102.7,
                        "latitude",
                        25.0,
                        "openingHours",
                        List.of(),
                        "serviceMenu",
                        List.of(),
                        "coverage",
                        coverage));
    }

    private static void tell(
            Entries entries,
            UUID subject,
            long sequence,
            UUID volunteer,
            LocalDate day,
            RecordStatus status,
            int minutes) {
        entries.surroundings()
                .events()
                .publish("activity", Entries.fact(subject, sequence, volunteer, day, status, minutes));
        entries.awaitCounted();
    }

    private static ValidatableResponse figures(Calls calls, String division, String period) {
        return calls.get("statistics/volunteers?division=" + division + "&period=" + period)
                .then()
                .statusCode(200);
    }
}
