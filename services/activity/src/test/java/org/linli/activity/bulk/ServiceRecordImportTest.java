package org.linli.activity.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Imports of service records")
class ServiceRecordImportTest {
    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Imports imports;
    private Person volunteer;

    @BeforeEach
    void aFormerSystem() {
        here = new Neighbourhood(surroundings);
        imports = new Imports(here);
        volunteer = here.volunteer();
    }

    @Test
    @DisplayName("count at once, without gates, times or points")
    void countAtOnce() {
        String record = imports.send(List.of(imports.row("A-1", volunteer.id(), 60 * 1000)))
                .then()
                .body("imported", equalTo(1))
                .body("outcomes[0].outcome", equalTo("IMPORTED"))
                .extract()
                .path("outcomes[0].recordId");
        get(200, volunteer, "/api/v1/service-records/" + record)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("provenance", equalTo("IMPORTED"))
                .body("minutes", equalTo(60_000))
                .body("category", equalTo("OTHER"))
                .body("startedAt", nullValue())
                .body("earnsPoints", equalTo(false));
        get(200, volunteer, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(60_000));
        get(200, volunteer, "/api/v1/service-records/" + record + "/history")
                .then()
                .body("items.fact", equalTo(List.of("IMPORTED")));
    }

    @Test
    @DisplayName("are told once, as confirmed records")
    void areToldOnce() {
        List<Map<String, Object>> rows = List.of(imports.row("A-1", volunteer.id(), 90));
        String record = imports.send(rows).path("outcomes[0].recordId");
        imports.send(rows);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", record))
                        .singleElement()
                        .satisfies(told -> {
                            assertThat(told.type()).isEqualTo("linli.activity.service-record.confirmed.v1");
                            assertThat(told.text()).contains("\"IMPORTED\"", "\"minutes\":90");
                        }));
    }

    @Test
    @DisplayName("leave room for the hours that are confirmed on the same day")
    void leaveRoomForTheDay() {
        Visits visits = new Visits(here, clock);
        Person leader = here.volunteer();
        UUID team = here.team(List.of(leader, volunteer));
        String day = clock.today().minusDays(2).toString();
        imports.send(List.of(imports.row("A-1", volunteer.id(), here.community(), 100_000, day)));
        String record = visits.approved(leader, volunteer, team, visits.noon(2), Duration.ofHours(2));
        post(200, leader, "/api/v1/service-records/" + record + "/confirmation", null);
        get(200, volunteer, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(100_120));
    }

    @Test
    @DisplayName("can be corrected to nothing, like any record that counts")
    void canBeCorrectedToNothing() {
        String record = imports.send(List.of(imports.row("A-1", volunteer.id(), 60_000)))
                .path("outcomes[0].recordId");
        post(
                201,
                here.coordinator(),
                "/api/v1/service-records/" + record + "/correction",
                Map.of("minutes", 0, "reason", "重复计算"));
        get(200, volunteer, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(0));
    }

    @Test
    @DisplayName("answer a repeated row with the record it became")
    void answerARepeatedRow() {
        List<Map<String, Object>> rows =
                List.of(imports.row("A-1", volunteer.id(), 90), imports.row("A-2", volunteer.id(), 30));
        String record = imports.send(rows.subList(0, 1)).path("outcomes[0].recordId");
        imports.send(rows)
                .then()
                .body("imported", equalTo(1))
                .body("alreadyImported", equalTo(1))
                .body("outcomes[0].outcome", equalTo("ALREADY_IMPORTED"))
                .body("outcomes[0].recordId", equalTo(record))
                .body("outcomes[1].outcome", equalTo("IMPORTED"));
        get(200, volunteer, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(120));
    }

    @Test
    @DisplayName("refuse a row that says something else under a reference that was imported")
    void refuseARowThatSaysSomethingElse() {
        imports.send(List.of(imports.row("A-1", volunteer.id(), 90)));
        imports.send(List.of(imports.row("A-1", volunteer.id(), 91)))
                .then()
                .body("outcomes[0].outcome", equalTo("REFUSED"))
                .body("outcomes[0].code", equalTo("import-differs"))
                .body("outcomes[0].recordId", nullValue());
        get(200, volunteer, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(90));
    }

    /** One field of a row that is wrong, and what is said to it. */
    private record Bad(String field, Object value, String code) {}

    private List<Bad> everythingBad(DivisionCode street) {
        return List.of(
                new Bad("reference", "with blanks", "invalid-value"),
                new Bad("volunteerId", "nobody", "invalid-value"),
                new Bad("division", "53", "invalid-value"),
                new Bad("division", null, "invalid-value"),
                new Bad("division", "999999999999", "division-unknown"),
                new Bad("division", street.value(), "division-not-a-community"),
                new Bad("minutes", 0, "invalid-value"),
                new Bad("minutes", 6_000_001, "invalid-value"),
                new Bad("minutes", 99_999_999_999L, "invalid-value"),
                new Bad("minutes", "60", "invalid-value"),
                new Bad("minutes", 60.5, "invalid-value"),
                new Bad("minutes", null, "invalid-value"),
                new Bad("servedOn", "1949-12-31", "served-on-invalid"),
                new Bad("servedOn", clock.today().plusDays(1).toString(), "served-on-invalid"),
                new Bad("servedOn", "yesterday", "invalid-value"),
                new Bad("category", "NONSENSE", "invalid-value"),
                new Bad("reference", "good", "reference-twice"));
    }

    @Test
    @DisplayName("refuse bad rows one by one and count the others")
    void refuseBadRowsOneByOne() {
        DivisionCode street = new DivisionCode(here.community().value().substring(0, 9) + "000");
        here.knows(street, DivisionLevel.STREET);
        List<Bad> bad = everythingBad(street);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(imports.row("good", volunteer.id(), 1));
        bad.forEach(one -> rows.add(spoilt("bad-" + rows.size(), one.field(), one.value())));
        JsonPath answer = imports.send(rows).jsonPath();
        assertThat(answer.getInt("imported")).isOne();
        assertThat(answer.getInt("refused")).isEqualTo(bad.size());
        assertThat(answer.<String>getList("outcomes.code").subList(1, rows.size()))
                .isEqualTo(bad.stream().map(Bad::code).toList());
        assertThat(answer.<String>getList("outcomes.field").subList(1, rows.size()))
                .isEqualTo(bad.stream().map(Bad::field).toList());
    }

    private Map<String, Object> spoilt(String reference, String field, Object value) {
        Map<String, Object> row = new HashMap<>(imports.row(reference, volunteer.id(), 1));
        row.put(field, value);
        return row;
    }

    @Test
    @DisplayName("wait for a volunteer who is not known yet, and store nothing meanwhile")
    void waitForAVolunteer() {
        UUID stranger = UUID.randomUUID();
        List<Map<String, Object>> rows =
                List.of(imports.row("A-1", volunteer.id(), 90), imports.row("A-2", stranger, 30));
        post(409, imports.operator(), Imports.PATH, imports.batch(rows))
                .then()
                .header("Retry-After", notNullValue())
                .body("code", equalTo("not-known-yet"))
                .body("field", equalTo("records[1].volunteerId"));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from service_record where volunteer_id in (?, ?)",
                                volunteer.id(),
                                stranger))
                .isZero();
    }

    @Test
    @DisplayName("are for operators, and for administrators in their division")
    void areForThoseWhoMay() {
        List<Map<String, Object>> rows = List.of(imports.row("A-1", volunteer.id(), 90));
        post(403, here.coordinator(), Imports.PATH, imports.batch(rows));
        Person elsewhere = here.holder(Role.DISTRICT_ADMINISTRATOR, "999999");
        post(200, elsewhere, Imports.PATH, imports.batch(rows)).then().body("outcomes[0].code", equalTo("forbidden"));
        Person administrator =
                here.holder(Role.DISTRICT_ADMINISTRATOR, here.community().district());
        post(200, administrator, Imports.PATH, imports.batch(rows)).then().body("imported", equalTo(1));
    }

    @Test
    @DisplayName("of one's own hours are for somebody else to send; audited with the districts")
    void ofOnesOwnHoursAreForSomebodyElse() {
        String district = here.community().district();
        Person administrator = here.volunteerWith(Role.DISTRICT_ADMINISTRATOR, district);
        List<Map<String, Object>> rows =
                List.of(imports.row("A-1", administrator.id(), 6_000_000), imports.row("A-2", volunteer.id(), 90));
        post(200, administrator, Imports.PATH, imports.batch(rows))
                .then()
                .body("outcomes.outcome", equalTo(List.of("REFUSED", "IMPORTED")))
                .body("outcomes[0].code", equalTo("not-for-oneself"))
                .body("outcomes[0].field", equalTo("volunteerId"));
        get(200, administrator, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(0));
        assertThat(surroundings
                        .database()
                        .value("select reason from audit where account_id = ?", administrator.accountId()))
                .isEqualTo("1 imported, 0 before, 1 refused; districts " + district);
    }

    @Test
    @DisplayName("of the same batch at the same time count once")
    void ofTheSameBatchAtTheSameTime() {
        List<Person> people = here.volunteers(5);
        List<Map<String, Object>> rows = IntStream.range(0, 200)
                .mapToObj(number ->
                        imports.row("P-" + number, people.get(number % 5).id(), 10))
                .toList();
        List<Map<String, Object>> backwards = rows.reversed();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<JsonPath>> calls = Stream.of(rows, backwards, rows, backwards)
                    .map(batch -> CompletableFuture.supplyAsync(
                            () -> imports.send(batch).jsonPath(), threads))
                    .toList();
            List<JsonPath> answers = calls.stream().map(CompletableFuture::join).toList();
            assertThat(answers.stream()
                            .mapToInt(answer -> answer.getInt("imported"))
                            .sum())
                    .isEqualTo(200);
            Set<String> records = new HashSet<>();
            answers.forEach(answer -> records.addAll(answer.getList("outcomes.recordId")));
            assertThat(records).hasSize(200);
        }
        people.forEach(person ->
                get(200, person, "/api/v1/service-records/summary").then().body("confirmedMinutes", equalTo(400)));
    }
}
