package org.linli.activity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Hours on their way into the books")
class ServiceRecordFlowTest {
    private static final String RECORDS = "/api/v1/service-records";
    private static final Map<String, Object> BECAUSE = Map.of("reason", "时间不对");

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Visits visits;
    private Person leader;
    private Person member;
    private UUID team;

    @BeforeEach
    void aTeam() {
        here = new Neighbourhood(surroundings);
        visits = new Visits(here, clock);
        leader = here.volunteer();
        member = here.volunteer();
        team = here.team(List.of(leader, member));
    }

    @Test
    @DisplayName("are confirmed by the leader of the team, by no other leader, and never by oneself")
    void areConfirmedByTheLeader() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(90));
        String confirmation = at(record, "confirmation");
        Person stranger = here.volunteer();
        here.team(List.of(stranger));
        get(200, member, RECORDS + "/" + record).then().body("teamId", equalTo(team.toString()));

        post(403, member, confirmation, null).then().body("code", equalTo("not-for-oneself"));
        post(404, stranger, confirmation, null);
        post(403, visits.station(), confirmation, null).then().body("code", equalTo("forbidden"));
        post(200, leader, confirmation, null)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("minutes", equalTo(90))
                .body("earnsPoints", equalTo(true))
                .body("personInCharge", equalTo(leader.accountId().toString()));
        post(409, leader, confirmation, null).then().body("code", equalTo("record-not-proposed"));

        await().untilAsserted(() -> assertThat(types(record)).containsExactly("proposed", "confirmed"));
        get(200, member, RECORDS + "/summary").then().body("confirmedMinutes", equalTo(90));
    }

    @Test
    @DisplayName("are confirmed by the station where there is no team, or for the leader")
    void areConfirmedByTheStationWithoutATeam() {
        Person alone = here.volunteer();
        String record = visits.visit(alone, visits.taken(alone), Duration.ofMinutes(30));
        get(200, alone, RECORDS + "/" + record).then().body("teamId", nullValue());
        post(404, leader, at(record, "confirmation"), null);
        post(200, visits.station(), at(record, "confirmation"), null);

        String leaders = visits.visit(leader, visits.taken(team, leader), Duration.ofMinutes(30));
        post(403, leader, at(leaders, "confirmation"), null);
        post(200, visits.station(), at(leaders, "confirmation"), null);
    }

    @Test
    @DisplayName("are refused with a reason that only their history tells")
    void areRefusedWithAReason() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        post(200, leader, at(record, "refusal"), BECAUSE).then().body("status", equalTo("REFUSED"));
        get(200, member, at(record, "history")).then().body("items.reason", contains(null, "时间不对"));
        await().untilAsserted(() -> assertThat(types(record)).containsExactly("proposed", "refused"));
        assertThat(surroundings.events().about("linli.activity", record))
                .noneMatch(told -> told.text().contains("时间"));
    }

    @Test
    @DisplayName("over eight hours a day need the district, over twelve the operator")
    void needMoreAuthorityBeyondTheGates() {
        Person district =
                here.holder(Role.DISTRICT_ADMINISTRATOR, here.community().district());
        Person operator = here.holder(Role.PLATFORM_OPERATOR, "");
        String morning = approved(2, -6, 480);
        String afternoon = approved(2, 2, 1);
        String evening = approved(2, 3, 240);
        post(200, leader, at(morning, "confirmation"), null);
        post(403, leader, at(afternoon, "confirmation"), null).then().body("code", equalTo("day-needs-administrator"));
        post(200, district, at(afternoon, "confirmation"), null);
        post(403, district, at(evening, "confirmation"), null).then().body("code", equalTo("day-needs-operator"));
        post(200, operator, at(evening, "confirmation"), null);
        get(200, member, RECORDS + "/summary").then().body("confirmedMinutes", equalTo(721));
    }

    @Test
    @DisplayName("do not overlap with other confirmed hours of the same person")
    void doNotOverlap() {
        String first = approved(2, 0, 60);
        String second = approved(2, 0, 30);
        String behind = approved(2, 1, 30);
        post(200, leader, at(first, "confirmation"), null);
        post(409, leader, at(second, "confirmation"), null).then().body("code", equalTo("times-overlap"));
        post(200, leader, at(behind, "confirmation"), null);
        Person district =
                here.holder(Role.DISTRICT_ADMINISTRATOR, here.community().district());
        Map<String, Object> more = Map.of("minutes", 61, "reason", "更久", "evidence", "值班记录");
        post(409, district, at(first, "correction"), more).then().body("code", equalTo("times-overlap"));
    }

    @Test
    @DisplayName("are corrected by a chain of new entries; only the last one counts")
    void areCorrectedByNewEntries() {
        String first = visits.visit(member, visits.taken(member), Duration.ofMinutes(120));
        post(200, leader, at(first, "confirmation"), null);
        post(403, member, at(first, "correction"), correction(300));

        String second =
                post(201, leader, at(first, "correction"), correction(90)).path("id");
        String third =
                post(201, leader, at(second, "correction"), correction(80)).path("id");

        post(409, leader, at(first, "correction"), correction(10))
                .then()
                .body("code", equalTo("record-not-correctable"));
        get(200, member, RECORDS + "/" + first)
                .then()
                .body("status", equalTo("REPLACED"))
                .body("minutes", equalTo(120));
        get(200, member, RECORDS + "/" + third)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("correctsRecordId", equalTo(second));
        get(200, member, at(second, "history"))
                .then()
                .body(
                        "items.fact",
                        contains("PROPOSED", "CONFIRMED", "REPLACED", "CORRECTED", "REPLACED", "CORRECTED"));
        get(200, member, RECORDS + "/summary").then().body("confirmedMinutes", equalTo(80));
        await().untilAsserted(() ->
                assertThat(types(first)).containsExactly("proposed", "confirmed", "corrected", "corrected"));
        OnTopic told = surroundings.events().about("linli.activity", first).getLast();
        assertThat(told.json().path("minutesBefore").asInt()).isEqualTo(90);
        assertThat(told.json().path("serviceRecord").path("recordId").asText()).isEqualTo(third);
    }

    @Test
    @DisplayName("are objected to by the volunteer; the decision upholds or corrects them")
    void areObjectedTo() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(60));
        post(200, leader, at(record, "refusal"), BECAUSE);
        post(403, leader, at(record, "objection"), BECAUSE);
        post(200, member, at(record, "objection"), BECAUSE);
        post(409, member, at(record, "objection"), BECAUSE).then().body("code", equalTo("objection-open"));
        post(200, leader, at(record, "objection-decision"), decision("UPHELD", null))
                .then()
                .body("objectedAt", nullValue());
        post(409, leader, at(record, "objection-decision"), decision("UPHELD", null))
                .then()
                .body("code", equalTo("no-objection"));
        post(200, member, at(record, "objection"), BECAUSE);
        post(400, leader, at(record, "objection-decision"), decision("CORRECTED", null))
                .then()
                .body("code", equalTo("minutes-missing"))
                .body("field", equalTo("minutes"));
        post(200, leader, at(record, "objection-decision"), decision("CORRECTED", 55))
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("correctsRecordId", equalTo(record));
        await().untilAsserted(() -> assertThat(types(record))
                .containsExactly("proposed", "refused", "objected", "upheld", "objected", "corrected"));
    }

    @Test
    @DisplayName("entered by hand need evidence, a second approver and a confirmation, and earn no points")
    void enteredByHandNeedASecondApprover() {
        Map<String, Object> manual = visits.manual(member, team, visits.noon(1), Duration.ofHours(1));
        post(403, member, RECORDS, manual).then().body("code", equalTo("not-for-oneself"));
        post(403, here.volunteer(), RECORDS, manual);
        String record = post(201, leader, RECORDS, manual)
                .then()
                .body("earnsPoints", equalTo(false))
                .body("provenance", equalTo("MANUAL"))
                .body("evidence", equalTo("签到表第7页"))
                .extract()
                .path("id");

        post(409, leader, at(record, "confirmation"), null).then().body("code", equalTo("approval-missing"));
        post(403, leader, at(record, "approval"), null);
        post(200, visits.station(), at(record, "approval"), null);
        post(200, leader, at(record, "confirmation"), null);

        String stations = post(
                        201,
                        visits.station(),
                        RECORDS,
                        visits.manual(member, team, visits.noon(2), Duration.ofHours(1)))
                .path("id");
        post(403, visits.station(), at(stations, "approval"), null)
                .then()
                .body("code", equalTo("second-approver-needed"));
        post(409, leader, RECORDS, visits.manual(here.volunteer(), team, visits.noon(1), Duration.ofHours(1)))
                .then()
                .body("code", equalTo("volunteer-not-of-team"));
    }

    @Test
    @DisplayName("are entered by hand for a community that there is, and in good time")
    void areEnteredForACommunityInGoodTime() {
        Map<String, Object> manual = visits.manual(member, team, visits.noon(20), Duration.ofHours(1));
        post(409, visits.station(), RECORDS, manual)
                .then()
                .body("code", equalTo("entered-too-late"))
                .body("field", equalTo("endedAt"));

        entered("not-known-yet", 409, here.community(7).value());
        here.knows(here.community(8), DivisionLevel.STREET);
        entered("division-not-a-community", 400, here.community(8).value());
        here.knows(here.community(9), DivisionLevel.COMMUNITY, clock.today().minusDays(1));
        entered("division-ended", 409, here.community(9).value());
    }

    private void entered(String code, int status, String division) {
        Map<String, Object> manual = visits.manual(member, team, visits.noon(1), Duration.ofHours(1));
        manual.put("division", division);
        post(status, visits.station(), RECORDS, manual)
                .then()
                .body("code", equalTo(code))
                .body("field", equalTo("division"));
    }

    @Test
    @DisplayName("are seen by the person, the leader and those in scope, and by nobody else")
    void areSeenByTheRightPeople() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        for (Person person : List.of(member, leader, visits.station())) {
            get(200, person, RECORDS).then().body("items.id", hasItem(record));
            get(200, person, RECORDS + "/" + record);
        }
        for (Person person : List.of(here.volunteer(), new Neighbourhood(surroundings).coordinator())) {
            get(200, person, RECORDS).then().body("items.id", not(hasItem(record)));
            get(404, person, RECORDS + "/" + record);
            get(404, person, at(record, "history"));
            get(404, person, RECORDS + "/summary?volunteerId=" + member.id());
        }
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        here.knows(here.acrossTheDistrict(), DivisionLevel.COMMUNITY);
        String within = RECORDS + "?division=" + here.community();
        get(200, visits.station(), within + "&status=PROPOSED").then().body("items.id", contains(record));
        get(200, visits.station(), within + "&status=CONFIRMED").then().body("items", hasSize(0));
        get(200, visits.station(), RECORDS + "?division=" + here.acrossTheDistrict())
                .then()
                .body("items", hasSize(0));
        get(200, visits.station(), RECORDS + "/summary?volunteerId=" + member.id())
                .then()
                .body("confirmedMinutes", equalTo(0));
    }

    @Test
    @DisplayName("are overdue when nobody decides within ten working days")
    void areOverdueAfterTenWorkingDays() {
        String late = visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        String decided = visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        post(200, leader, at(decided, "confirmation"), null);
        get(200, leader, RECORDS + "/overdue").then().body("items", hasSize(0));
        // ten working days, also over the longest holidays
        visits.pass(Duration.ofDays(25));
        get(200, leader, RECORDS + "/overdue").then().body("items.id", contains(late));
        get(200, here.volunteer(), RECORDS + "/overdue").then().body("items", hasSize(0));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are never rewritten, whoever asks the database")
    @ValueSource(
            strings = {
                "update service_record set minutes = minutes + 60",
                "update service_record set volunteer_id = gen_random_uuid()",
                "delete from service_record",
                "truncate service_record cascade",
                "update service_record_log set minutes = 0",
                "delete from service_record_log",
            })
    void areNeverRewritten(String tampering) {
        visits.visit(member, visits.taken(member), Duration.ofMinutes(30));
        assertThatThrownBy(() -> surroundings.database().execute(tampering))
                .hasMessageMatching("(?s).*(append-only|corrected by a new entry only).*");
    }

    private String approved(int daysAgo, int hoursAfterNoon, int minutes) {
        return visits.approved(
                leader,
                member,
                team,
                visits.noon(daysAgo).plusSeconds(3600L * hoursAfterNoon),
                Duration.ofMinutes(minutes));
    }

    private static Map<String, Object> correction(int minutes) {
        return Map.of("minutes", minutes, "reason", "查看了签到表");
    }

    private static Map<String, Object> decision(String decision, Integer minutes) {
        return minutes == null
                ? Map.of("decision", decision, "reason", "查看了签到表")
                : Map.of("decision", decision, "minutes", minutes, "reason", "查看了签到表");
    }

    private static String at(String record, String part) {
        return RECORDS + "/" + record + "/" + part;
    }

    private List<String> types(String subject) {
        return surroundings.events().about("linli.activity", subject).stream()
                .map(OnTopic::type)
                .map(type -> type.replaceAll(".*\\.([a-z-]+)\\.v1", "$1"))
                .toList();
    }
}
