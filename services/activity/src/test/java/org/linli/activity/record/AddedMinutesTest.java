package org.linli.activity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Minutes that a correction adds")
class AddedMinutesTest {
    private static final String RECORDS = "/api/v1/service-records/";

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
    @DisplayName("need the administrator of the district, who had no part in the record, and evidence")
    void needAnAdministratorAndEvidence() {
        Person first = administrator();
        Person second = administrator();
        Neighbourhood other = new Neighbourhood(surroundings);
        Person elsewhere =
                other.holder(Role.DISTRICT_ADMINISTRATOR, other.community().district());
        String record = anHour();
        post(200, first, RECORDS + record + "/confirmation", null);
        String correction = RECORDS + record + "/correction";

        post(403, leader, correction, claim(90))
                .then()
                .body("code", equalTo("added-needs-administrator"))
                .body("field", equalTo("minutes"));
        post(404, elsewhere, correction, claim(90));
        post(403, first, correction, claim(90)).then().body("code", equalTo("second-approver-needed"));
        for (Map<String, Object> body : List.of(less(90), with(less(90), "evidence", "  "))) {
            post(400, second, correction, body)
                    .then()
                    .body("code", equalTo("evidence-missing"))
                    .body("field", equalTo("evidence"));
        }
        post(201, second, correction, claim(90))
                .then()
                .body("minutes", equalTo(90))
                .body("pointsMinutes", equalTo(60))
                .body("evidence", equalTo("监控录像"))
                .body("approvedBy", equalTo(second.accountId().toString()));
    }

    @Test
    @DisplayName("count as service and earn no points, and everybody is told how many minutes do")
    void earnNoPoints() {
        String record = anHour();
        post(200, leader, RECORDS + record + "/confirmation", null);
        String more = post(201, administrator(), RECORDS + record + "/correction", claim(150))
                .path("id");
        get(200, member, RECORDS + "summary").then().body("confirmedMinutes", equalTo(150));
        pointsAreTold(record, 150, 60);

        // lowering needs no more than the leader; who added once, or decided, does not add again
        String less =
                post(201, leader, RECORDS + more + "/correction", less(45)).path("id");
        pointsAreTold(record, 45, 45);
        post(403, leader, RECORDS + less + "/correction", claim(60));
        post(201, administrator(), RECORDS + less + "/correction", claim(70));
        pointsAreTold(record, 70, 60);
    }

    @Test
    @DisplayName("are not added again by whoever had a part in an earlier entry of the chain")
    void areNotAddedTwiceByTheSame() {
        Person administrator = administrator();
        String record = anHour();
        post(200, leader, RECORDS + record + "/confirmation", null);
        String more = post(201, administrator, RECORDS + record + "/correction", claim(90))
                .path("id");
        String less =
                post(201, leader, RECORDS + more + "/correction", less(50)).path("id");
        post(403, administrator, RECORDS + less + "/correction", claim(90))
                .then()
                .body("code", equalTo("second-approver-needed"));
    }

    @Test
    @DisplayName("need all that after an objection too")
    void needAllThatAfterAnObjection() {
        String record = anHour();
        post(200, leader, RECORDS + record + "/refusal", Map.of("reason", "没见到人"));
        post(200, member, RECORDS + record + "/objection", Map.of("reason", "住户可以作证"));
        String decision = RECORDS + record + "/objection-decision";
        post(403, leader, decision, with(claim(90), "decision", "CORRECTED"))
                .then()
                .body("code", equalTo("added-needs-administrator"));
        post(200, administrator(), decision, with(claim(90), "decision", "CORRECTED"))
                .then()
                .body("pointsMinutes", equalTo(60));
    }

    @Test
    @DisplayName("are all there is of a refused entry by hand: who entered it does not let it in by a correction")
    void areAllOfARefusedManualEntry() {
        Person administrator = administrator();
        String record = post(
                        201,
                        administrator,
                        RECORDS.substring(0, RECORDS.length() - 1),
                        visits.manual(member, team, visits.noon(1), Duration.ofHours(1)))
                .path("id");
        post(200, administrator, RECORDS + record + "/refusal", Map.of("reason", "重复"));
        post(200, member, RECORDS + record + "/objection", Map.of("reason", "没有重复"));
        String decision = RECORDS + record + "/objection-decision";
        post(403, administrator, decision, with(claim(60), "decision", "CORRECTED"))
                .then()
                .body("code", equalTo("second-approver-needed"));
        post(403, leader, decision, with(claim(60), "decision", "CORRECTED"))
                .then()
                .body("code", equalTo("added-needs-administrator"));
        Person second = administrator();
        post(200, second, decision, with(claim(60), "decision", "CORRECTED"))
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("earnsPoints", equalTo(false))
                .body("approvedBy", equalTo(second.accountId().toString()));
    }

    @Test
    @DisplayName("are not slipped in past the rule, whoever asks the database")
    void areNotSlippedInPastTheRule() {
        String record = anHour();
        post(200, leader, RECORDS + record + "/confirmation", null);
        slip(record, "minutes + 1", "'\\x01'", "null");
        slip(record, "minutes + 1", "null", "gen_random_uuid()");
        slip(record, "minutes + 1", "'\\x01'", "decided_by");
        slip(record, "minutes + 1, proven_minutes + 1", "'\\x01'", "gen_random_uuid()");
    }

    /** The record of an hour some hours ago. */
    private String anHour() {
        String record = visits.visit(member, visits.taken(member), Duration.ofMinutes(60));
        visits.pass(Duration.ofHours(3));
        return record;
    }

    private void slip(String record, String minutes, String evidence, String approver) {
        String proven = minutes.contains(",") ? minutes : minutes + ", proven_minutes";
        String statement = """
                insert into service_record (id, root_id, corrects_record_id, volunteer_id, division, category,
                    provenance, status, minutes, proven_minutes, service_date, evidence, earns_points, proposed_by,
                    proposed_at, approved_by, record_by, sequence, version)
                select gen_random_uuid(), root_id, id, volunteer_id, division, category, provenance,
                    'PROPOSED', %s, service_date, %s::bytea, earns_points, gen_random_uuid(), proposed_at,
                    %s, record_by, sequence, 0
                from service_record where id = '%s'
                """.formatted(proven, evidence, approver, record);
        assertThatThrownBy(() -> surroundings.database().execute(statement))
                .hasMessageMatching("(?s).*(by a second person|a correction proves nothing).*");
    }

    private void pointsAreTold(String root, int minutes, int pointsMinutes) {
        await().untilAsserted(() -> {
            OnTopic told = surroundings.events().about("linli.activity", root).getLast();
            assertThat(told.json().path("serviceRecord").path("minutes").asInt())
                    .isEqualTo(minutes);
            assertThat(told.json().path("serviceRecord").path("pointsMinutes").asInt())
                    .isEqualTo(pointsMinutes);
            assertThat(told.json().path("serviceRecord").path("earnsPoints").asBoolean())
                    .isTrue();
        });
    }

    private Person administrator() {
        return here.holder(Role.DISTRICT_ADMINISTRATOR, here.community().district());
    }

    private static Map<String, Object> less(int minutes) {
        return Map.of("minutes", minutes, "reason", "查看了签到表");
    }

    private static Map<String, Object> claim(int minutes) {
        return with(less(minutes), "evidence", "监控录像");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
