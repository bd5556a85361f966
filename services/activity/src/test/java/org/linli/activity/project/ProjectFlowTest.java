package org.linli.activity.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Programmes.ACTIVITIES;
import static org.linli.activity.project.Library.CLAIMS;
import static org.linli.activity.project.Library.PROJECTS;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.activity.project.Library.Team;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A project of the library")
class ProjectFlowTest {
    private static final Map<String, Object> BECAUSE = Map.of("reason", "人手不够");

    private static final Map<String, Object> GRANTED = Map.of("granted", true);

    Surroundings surroundings;

    private Library library;
    private Person administrator;

    @BeforeEach
    void aLibrary() {
        library = new Library(new Neighbourhood(surroundings));
        administrator = library.administrator;
    }

    @Test
    @DisplayName("is claimed by a team, granted, and activities are held for it until it is given back")
    void isClaimedAndServed() {
        // Given a project that everybody sees
        Team team = library.team();
        String draft = library.draft(1);
        get(404, team.leader(), PROJECTS + "/" + draft);
        post(403, team.leader(), PROJECTS, library.body(1));
        post(200, administrator, PROJECTS + "/" + draft + "/publication", null);
        assertThat(items(team.leader(), PROJECTS + "?division=" + library.here.community()))
                .containsExactly(draft);
        // When a team claims it and nobody has decided yet
        String claim = library.claim(draft, team);
        refused(team, activity(team, draft), "project-not-claimed");
        post(404, library.here.volunteer(), CLAIMS + "/" + claim + "/decision", Map.of("granted", true));
        post(403, team.leader(), CLAIMS + "/" + claim + "/decision", Map.of("granted", true));
        library.grant(claim);
        // Then the team holds an activity for it
        String activity =
                post(201, team.leader(), ACTIVITIES, activity(team, draft)).path("id");
        String late =
                post(201, team.leader(), ACTIVITIES, activity(team, draft)).path("id");
        post(200, team.leader(), ACTIVITIES + "/" + activity + "/publication", null);
        assertThat(items(team.leader(), ACTIVITIES + "?projectId=" + draft)).containsExactly(activity);
        // and not any more once it gave the project back
        post(200, team.leader(), CLAIMS + "/" + claim + "/ending", BECAUSE);
        assertThat(code(409, team.leader(), ACTIVITIES + "/" + late + "/publication", null))
                .isEqualTo("project-not-claimed");
        refused(team, activity(team, draft), "project-not-claimed");
        told(claim, "asked", "granted", "ended");
    }

    @Test
    @DisplayName("goes to as many organisations as it may, whoever is faster, and to each once")
    void goesToNotOneTooMany() {
        String project = library.open(2);
        List<Team> teams = Stream.generate(library::team).limit(3).toList();
        List<String> claims =
                teams.stream().map(team -> library.claim(project, team)).toList();
        assertThat(code(
                        409,
                        teams.getFirst().leader(),
                        PROJECTS + "/" + project + "/claims",
                        Library.claim(teams.getFirst())))
                .isEqualTo("project-claimed-already");
        // When all of them are granted at once
        List<Integer> answers = claims.parallelStream()
                .map(claim -> given().auth()
                        .oauth2(administrator.token())
                        .contentType(ContentType.JSON)
                        .body(Map.of("granted", true))
                        .post(CLAIMS + "/" + claim + "/decision")
                        .statusCode())
                .toList();
        // Then two have it
        assertThat(answers).filteredOn(status -> status == 200).hasSize(2);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(1);
        assertThat(get(200, administrator, PROJECTS + "/" + project).<Integer>path("granted"))
                .isEqualTo(2);
        assertThat(code(409, administrator, put(project), Library.plan(1))).isEqualTo("claims-below-granted");
        // and everybody sees who, but not what they wrote
        assertThat(get(200, library.here.volunteer(), PROJECTS + "/" + project + "/claims")
                        .<List<Map<String, Object>>>path("items"))
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen).containsKey("teamId").doesNotContainKey("words"));
    }

    @Test
    @DisplayName("that is closed declines what was asked, without a reason")
    void declinesWhenItCloses() {
        Team team = library.team();
        String project = library.open(1);
        String claim = library.claim(project, team);
        assertThat(code(400, administrator, CLAIMS + "/" + claim + "/decision", Map.of("granted", false)))
                .isEqualTo("declining-needs-reason");
        post(200, administrator, PROJECTS + "/" + project + "/closing", null);
        assertThat(get(200, team.leader(), CLAIMS + "/" + claim).<String>path("status"))
                .isEqualTo("DECLINED");
        assertThat(code(409, team.leader(), PROJECTS + "/" + project + "/claims", Library.claim(team)))
                .isEqualTo("project-not-open");
        told(claim, "asked", "declined");
        assertThat(last(claim, "byClosing")).isTrue();
    }

    @Test
    @DisplayName("is not granted by those who claim it: who asked, and who leads the team")
    void isNotForThoseWhoDecide() {
        // Given an official who leads a team, whose deputy asks
        Person chief = library.here.volunteerWith(
                Role.DISTRICT_ADMINISTRATOR, library.here.community().value().substring(0, 6));
        UUID theirs = library.here.team(List.of(chief));
        String project = library.open(2);
        String claim = library.claim(project, new Team(theirs, library.here.deputy(theirs)));
        String grants = CLAIMS + "/" + claim + "/decision";
        assertThat(code(403, chief, grants, GRANTED)).isEqualTo("not-for-oneself");
        // and one who asks for a station
        String asked = station(administrator, project, library.here.station());
        assertThat(code(403, administrator, CLAIMS + "/" + asked + "/decision", GRANTED))
                .isEqualTo("not-for-oneself");
        // Then another decides, and whoever asked may withdraw: nothing was given back
        library.grant(claim);
        post(200, administrator, CLAIMS + "/" + asked + "/ending", BECAUSE);
        told(asked, "asked", "ended");
        assertThat(last(asked, "withdrawn")).isTrue();
        // and what an official takes back was not given back
        post(200, administrator, CLAIMS + "/" + claim + "/ending", BECAUSE);
        told(claim, "asked", "granted", "ended");
        assertThat(last(claim, "byOrganisation")).isFalse();
    }

    @Test
    @DisplayName("of a station is not that of a team which names the station, and is served where it is wanted")
    void isServedByWhoHasIt() {
        // Given a station that has it, and serves another community too
        UUID station = library.here.station();
        Person coordinator = library.here.holder(
                Role.STATION_COORDINATOR, library.here.community().value(), station);
        String project = library.open(1);
        String claim = station(coordinator, project, station);
        library.grant(claim);
        // When a team names that station, then only the station's coordinator may say so
        Team team = library.team();
        Map<String, Object> both = activity(team, project);
        both.put("stationId", station);
        refused(team, both, "project-not-claimed");
        String activity = post(201, coordinator, ACTIVITIES, both).path("id");
        // and nobody holds something else for it, or elsewhere
        both.put("plan", Programmes.plan());
        assertThat(code(409, coordinator, ACTIVITIES, both)).isEqualTo("project-other-category");
        Map<String, Object> away = activity(team, project);
        DivisionCode next = library.here.community(7);
        library.here.knows(next, DivisionLevel.COMMUNITY);
        away.put("division", next.value());
        away.put("teamId", null);
        away.put("stationId", station);
        assertThat(code(409, coordinator, ACTIVITIES, away)).isEqualTo("project-elsewhere");
        // nor changes the draft into that
        Neighbourhood.put(200, coordinator, ACTIVITIES + "/" + activity + "/plan", null, Programmes.plan());
        assertThat(code(409, coordinator, ACTIVITIES + "/" + activity + "/publication", null))
                .isEqualTo("project-other-category");
    }

    private static String station(Person by, String project, UUID station) {
        return post(201, by, PROJECTS + "/" + project + "/claims", Map.of("stationId", station, "words", "我们来做"))
                .path("id");
    }

    @Test
    @DisplayName("is claimed by those who are at home where it is wanted")
    void isForThoseAtHome() {
        String project = library.open(1);
        Library elsewhere = new Library(new Neighbourhood(surroundings));
        Team stranger = elsewhere.team();
        assertThat(code(409, stranger.leader(), PROJECTS + "/" + project + "/claims", Library.claim(stranger)))
                .isEqualTo("organisation-elsewhere");
        Team team = library.team();
        post(403, library.here.volunteer(), PROJECTS + "/" + project + "/claims", Library.claim(team));
    }

    private Map<String, Object> activity(Team team, String project) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("division", library.here.community().value());
        body.put("teamId", team.id());
        body.put("plan", Programmes.plan("category", "COMPANIONSHIP"));
        body.put("projectId", project);
        return body;
    }

    private void refused(Team team, Map<String, Object> body, String code) {
        assertThat(code(409, team.leader(), ACTIVITIES, body)).isEqualTo(code);
    }

    private static String code(int status, Person by, String path, Object body) {
        return (path.endsWith("/plan") ? Neighbourhood.put(status, by, path, null, body) : post(status, by, path, body))
                .path("code");
    }

    private static String put(String project) {
        return PROJECTS + "/" + project + "/plan";
    }

    private static List<String> items(Person by, String path) {
        return get(200, by, path).path("items.id");
    }

    private boolean last(String claim, String field) {
        return surroundings
                .events()
                .about("linli.activity", claim)
                .getLast()
                .json()
                .get(field)
                .booleanValue();
    }

    private void told(String claim, String... facts) {
        String[] types = Stream.of(facts)
                .map(fact -> "linli.activity.project-claim." + fact + ".v1")
                .toArray(String[]::new);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", claim))
                        .extracting(OnTopic::type)
                        .containsExactly(types));
    }
}
