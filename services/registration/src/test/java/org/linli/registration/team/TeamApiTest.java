package org.linli.registration.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Teams over HTTP")
class TeamApiTest {
    Surroundings surroundings;

    @Test
    void aTeamIsFoundedToldAndPublic() {
        District district = District.fresh(surroundings);
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.community()));

        UUID id = coordinator.create("teams", founding(district, "老邻居", Map.of("creditCode", "91350100M000100Y43")));

        Calls.by(district.somebody().token())
                .get("teams/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("老邻居"))
                .body("members", equalTo(0))
                .body("creditCode", equalTo("91350100M000100Y43"))
                .body("version", nullValue());
        await().untilAsserted(() -> assertThat(told(id)).containsExactly("linli.registration.team.founded.v1"));
    }

    @Test
    void nobodyFoundsOutsideTheirScopeOrWhereThereIsNothing() {
        District district = District.fresh(surroundings);
        Calls coordinator = Calls.by(district.tokenOf(Role.STATION_COORDINATOR, district.otherCommunity()));

        coordinator.post("teams", founding(district, "老邻居", Map.of())).then().statusCode(403);
        coordinator
                .post("teams", founding(district, "老邻居", Map.of("division", "999999999999")))
                .then()
                .statusCode(400)
                .body("code", equalTo("division-unknown"))
                .body("field", equalTo("division"));
    }

    @Test
    void aWrongCreditCodeAndAnUnfitTeamAboveAreRefused() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID elsewhere =
                operator.create("teams", founding(district, "银石队", Map.of("division", district.otherCommunity())));

        operator.post("teams", founding(district, "队", Map.of("creditCode", "91350100M000100Y4Z")))
                .then()
                .statusCode(400)
                .body("code", equalTo("credit-code-invalid"))
                .body("field", equalTo("creditCode"));
        operator.post("teams", founding(district, "队", Map.of("parentTeamId", elsewhere)))
                .then()
                .statusCode(400)
                .body("code", equalTo("parent-team-not-above"));
        operator.post("teams", founding(district, "队", Map.of("parentTeamId", UUID.randomUUID())))
                .then()
                .statusCode(400)
                .body("code", equalTo("parent-team-unknown"));
    }

    @Test
    void aNameThatLooksTheSameIsTakenAlsoWhenItIsAskedForAtOnce() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());

        List<Integer> statuses = Calls.together(IntStream.range(0, 8)
                .<Supplier<Response>>mapToObj(number ->
                        () -> operator.post("teams", founding(district, number % 2 == 0 ? "ABC 队" : "ａｂｃ队", Map.of())))
                .toList());

        assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(8);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
        operator.post("teams", founding(district, "abc队", Map.of()))
                .then()
                .statusCode(409)
                .body("code", equalTo("team-name-taken"))
                .body("field", equalTo("name"));
        operator.create("teams", founding(district, "abc队", Map.of("division", district.otherCommunity())));
    }

    @Test
    void teamsBelowADivisionComeInPages() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            ids.add(operator.create("teams", founding(district, "队" + number, Map.of()))
                    .toString());
        }
        operator.create("teams", founding(district, "专业队", Map.of("kind", "SPECIALTY")));

        Response first = operator.get("teams?kind=COMMUNITY&limit=2&division=" + district.street());
        Response second = operator.get(first.header("Link").replaceAll("^</api/v1/|>; rel=\"next\"$", ""));

        assertThat(first.jsonPath().getList("items.id", String.class)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(second.jsonPath().getList("items.id", String.class)).containsExactly(ids.get(2));
        assertThat(second.header("Link")).isNull();
        operator.get("teams?division=999999999999").then().statusCode(400).body("field", equalTo("division"));
        operator.get("teams?kind=NONE").then().statusCode(400).body("field", equalTo("kind"));
    }

    @Test
    void placesAreNeverGivenAwayTwiceEvenIfFiftyAreApprovedAtOnce() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "十人队", Map.of("capacity", 10)));
        List<UUID> asked = IntStream.range(0, 50)
                .mapToObj(number -> ask(team, district.verifiedVolunteer()))
                .toList();

        List<Integer> statuses = Calls.together(asked.stream()
                .<Supplier<Response>>map(
                        id -> () -> operator.post("teams/" + team + "/memberships/" + id + "/approval"))
                .toList());

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(10);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(40);
        operator.get("teams/" + team).then().body("members", equalTo(10));
        operator.get("teams/" + team + "/memberships?status=ACTIVE").then().body("items", hasSize(10));
        List<String> subjects = asked.stream().map(UUID::toString).toList();
        await().untilAsserted(() -> assertThat(
                        surroundings
                                .events()
                                .ofType("linli.registration", "linli.registration.membership.approved.v1")
                                .stream()
                                .filter(told -> subjects.contains(told.key())))
                .hasSize(10));
    }

    @Test
    void anActiveMemberLeadsDecidesAndDoesNotLeave() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "小队", Map.of()));
        District.Registered leader = district.verifiedVolunteer();
        UUID leaders = ask(team, leader);
        UUID members = ask(team, district.verifiedVolunteer());
        Calls leading = Calls.by(leader.token());

        name(operator, team, leader).then().statusCode(409).body("code", equalTo("leader-not-member"));
        leading.post(membership(team, leaders) + "/approval").then().statusCode(403);
        operator.post(membership(team, leaders) + "/approval").then().statusCode(200);
        name(operator, team, leader)
                .then()
                .statusCode(200)
                .body("leaderId", equalTo(leader.id().toString()));
        leading.post(membership(team, members) + "/approval").then().statusCode(200);
        leading.post(membership(team, leaders) + "/end", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("leader-cannot-leave"));
        name(leading, team, leader).then().statusCode(403);
        await().untilAsserted(() -> assertThat(told(team)).endsWith("linli.registration.team.leader-named.v1"));
    }

    @Test
    void aLeaderDecidesNoLongerWhenSuspended() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "小队", Map.of()));
        District.Registered leader = district.verifiedVolunteer();
        operator.post(membership(team, ask(team, leader)) + "/approval").then().statusCode(200);
        name(operator, team, leader).then().statusCode(200);
        UUID members = ask(team, district.verifiedVolunteer());

        operator.post("volunteers/" + leader.id() + "/suspension", Map.of("reason", "test"))
                .then()
                .statusCode(200);

        Calls.by(leader.token())
                .post(membership(team, members) + "/approval")
                .then()
                .statusCode(404);
    }

    @Test
    void aDeputyDecidesNoLongerWhenSuspended() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "小队", Map.of()));
        District.Registered deputy = district.verifiedVolunteer();
        operator.create(
                "role-grants",
                Map.of(
                        "holder",
                        Map.of("accountId", deputy.account().accountId()),
                        "role",
                        "TEAM_LEADER",
                        "division",
                        district.community(),
                        "teamId",
                        team));
        Calls deciding = Calls.by(deputy.token());
        UUID first = ask(team, district.verifiedVolunteer());
        UUID second = ask(team, district.verifiedVolunteer());

        deciding.post(membership(team, first) + "/approval").then().statusCode(200);
        operator.post("volunteers/" + deputy.id() + "/suspension", Map.of("reason", "test"))
                .then()
                .statusCode(200);

        deciding.post(membership(team, second) + "/approval").then().statusCode(404);
        operator.post("volunteers/" + deputy.id() + "/reinstatement").then().statusCode(200);
        deciding.post(membership(team, second) + "/approval").then().statusCode(200);
    }

    @Test
    void aMemberLeavesByOneselfAndFreesThePlace() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "一人队", Map.of("capacity", 1)));
        District.Registered member = district.verifiedVolunteer();
        UUID id = ask(team, member);
        operator.post(membership(team, id) + "/approval").then().statusCode(200);

        Calls.by(member.token())
                .post(membership(team, id) + "/end", Map.of())
                .then()
                .statusCode(200);

        operator.get("teams/" + team).then().body("members", equalTo(0));
        UUID next = ask(team, district.verifiedVolunteer());
        operator.post(membership(team, next) + "/approval").then().statusCode(200);
        await().untilAsserted(() -> assertThat(told(id))
                .containsExactly(
                        "linli.registration.membership.requested.v1",
                        "linli.registration.membership.approved.v1",
                        "linli.registration.membership.ended.v1"));
    }

    @Test
    void somebodyElsesMembershipIsNobodysBusiness() {
        District district = District.fresh(surroundings);
        Calls operator = Calls.by(surroundings.operatorToken());
        UUID team = operator.create("teams", founding(district, "队", Map.of()));
        District.Registered one = district.verifiedVolunteer();
        District.Registered other = district.verifiedVolunteer();
        UUID ones = ask(team, one);
        UUID others = ask(team, other);
        String memberships = "teams/" + team + "/memberships";

        Calls.by(one.token()).get(memberships).then().body("items.id", equalTo(List.of(ones.toString())));
        Calls.by(one.token()).get(memberships + "/" + others).then().statusCode(404);
        Calls.by(one.token())
                .post(memberships + "/" + others + "/end", Map.of())
                .then()
                .statusCode(404);
        Calls.by(district.somebody().token()).get(memberships).then().body("items", empty());
        operator.get(memberships).then().body("items.id", hasItem(others.toString()));
        operator.post(memberships + "/" + others + "/refusal", Map.of("reason", "no places this season"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
    }

    @Test
    void onlyVerifiedVolunteersAskAndOnlyOnce() {
        District district = District.fresh(surroundings);
        UUID team = Calls.by(surroundings.operatorToken()).create("teams", founding(district, "队", Map.of()));
        District.Registered volunteer = district.verifiedVolunteer();
        String memberships = "teams/" + team + "/memberships";

        Calls.by(district.somebody().token())
                .post(memberships)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-a-volunteer"));
        Calls.by(district.pendingVolunteer().token())
                .post(memberships)
                .then()
                .statusCode(409)
                .body("code", equalTo("volunteer-not-verified"));
        List<Integer> statuses = Calls.together(
                Collections.nCopies(6, () -> Calls.by(volunteer.token()).post(memberships)));
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
    }

    private List<String> told(UUID subject) {
        return surroundings.events().about("linli.registration", subject).stream()
                .map(OnTopic::type)
                .toList();
    }

    private static Response name(Calls by, UUID team, District.Registered volunteer) {
        return by.put("teams/" + team + "/leader", Map.of("volunteerId", volunteer.id()));
    }

    private static String membership(UUID team, UUID id) {
        return "teams/" + team + "/memberships/" + id;
    }

    private static UUID ask(UUID team, District.Registered volunteer) {
        return Calls.by(volunteer.token())
                .post("teams/" + team + "/memberships")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    private static Map<String, Object> founding(District district, String name, Map<String, Object> changes) {
        Map<String, Object> founding = new LinkedHashMap<>();
        founding.put("kind", "COMMUNITY");
        founding.put("name", name);
        founding.put("division", district.community());
        founding.put("categories", List.of("COMPANIONSHIP"));
        founding.putAll(changes);
        return founding;
    }
}
