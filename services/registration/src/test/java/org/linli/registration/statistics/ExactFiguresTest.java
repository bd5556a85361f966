package org.linli.registration.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.Imports;
import org.linli.registration.TestPerson;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The figures stay exact")
class ExactFiguresTest {
    private static final Logger LOG = Logger.getLogger(ExactFiguresTest.class);
    private static final int ACTS = 150;

    Surroundings surroundings;
    private District district;
    private Calls operator;
    private Imports imports;
    private Entries entries;
    private final List<Person> people = new ArrayList<>();
    private final List<Entry> told = new ArrayList<>();

    /** Somebody as this test believes they stand. */
    private static final class Person {
        UUID id;
        String token;
        TestPerson data;
        String home;
        LocalDate registeredOn;
        VolunteerStatus status;

        boolean standing() {
            return status != VolunteerStatus.REJECTED && status != VolunteerStatus.WITHDRAWN;
        }
    }

    /** A chain of entries of service as this test believes it stands. */
    private static final class Entry {
        final UUID subject = UUID.randomUUID();
        Person person;
        LocalDate day;
        long sequence;
        int counted;
    }

    @BeforeEach
    void aDistrictOfItsOwn() {
        district = District.fresh(surroundings);
        operator = Calls.by(surroundings.operatorToken());
        imports = Imports.fresh(district);
        entries = new Entries(surroundings);
    }

    @Test
    void afterAnyMixtureOfActs() {
        mix(20_261_123L);
    }

    @Test
    void afterAFreshMixtureOfActs() {
        long seed = ThreadLocalRandom.current().nextLong();
        LOG.infof("seed of the mixture: %d", seed);
        mix(seed);
    }

    private void mix(long seed) {
        Random random = new Random(seed);
        for (int act = 0; act < ACTS; act++) {
            switch (random.nextInt(9)) {
                case 0 -> register();
                case 1 -> bring(random);
                case 2 -> move(random, "verification", VolunteerStatus.VERIFIED, is(VolunteerStatus.PENDING));
                case 3 -> move(random, "suspension", VolunteerStatus.SUSPENDED, is(VolunteerStatus.VERIFIED));
                case 4 -> move(random, "reinstatement", VolunteerStatus.VERIFIED, is(VolunteerStatus.SUSPENDED));
                case 5 -> leave(random);
                case 6 -> comeBack(random);
                case 7 -> serve(random);
                default -> correct(random);
            }
        }
        entries.awaitCounted();
        assertRight(seed);
    }

    private void register() {
        District.Registered registered = district.pendingVolunteer();
        Person person = new Person();
        person.id = registered.id();
        person.token = registered.token();
        person.data = registered.person();
        person.home = district.community();
        person.registeredOn = LocalDate.now(LinliClock.ZONE);
        person.status = VolunteerStatus.PENDING;
        people.add(person);
    }

    private void bring(Random random) {
        Person person = new Person();
        person.home = home(random);
        person.registeredOn = LocalDate.of(2023 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
        person.status = VolunteerStatus.VERIFIED;
        Map<String, Object> row = imports.row();
        row.put("homeDivision", person.home);
        row.put("registeredOn", person.registeredOn.toString());
        JsonPath report =
                imports.bring(List.of(row)).then().statusCode(200).extract().jsonPath();
        person.id = report.getUUID("outcomes[0].volunteerId");
        people.add(person);
    }

    private void move(Random random, String act, VolunteerStatus next, Predicate<Person> which) {
        Person person = anyOf(random, which);
        if (person != null) {
            operator.post("volunteers/" + person.id + "/" + act, reasonOf(act))
                    .then()
                    .statusCode(200);
            person.status = next;
        }
    }

    /** Only what takes something away asks for a reason; the others read no body. */
    private static Map<String, Object> reasonOf(String act) {
        return act.equals("suspension") || act.equals("rejection") ? Map.of("reason", "test") : Map.of();
    }

    private void leave(Random random) {
        if (random.nextBoolean()) {
            move(random, "rejection", VolunteerStatus.REJECTED, is(VolunteerStatus.PENDING));
        } else {
            move(random, "withdrawal", VolunteerStatus.WITHDRAWN, Person::standing);
        }
    }

    /** Registers again, perhaps after a move to the other community: all that was served comes along. */
    private void comeBack(Random random) {
        Person person = anyOf(random, one -> !one.standing() && one.token != null);
        if (person != null) {
            Map<String, Object> form = district.registration(person.data);
            person.home = home(random);
            form.put("homeDivision", person.home);
            Calls.by(person.token).post("volunteers", form).then().statusCode(201);
            person.status = VolunteerStatus.PENDING;
        }
    }

    private void serve(Random random) {
        Person person = anyOf(random, one -> true);
        if (person != null) {
            Entry entry = new Entry();
            entry.person = person;
            entry.day = LocalDate.of(2025 + random.nextInt(2), 1 + random.nextInt(2), 1 + random.nextInt(28));
            told.add(entry);
            tell(entry, random.nextInt(4) == 0 ? RecordStatus.REFUSED : RecordStatus.CONFIRMED, random.nextInt(200));
        }
    }

    private void correct(Random random) {
        if (!told.isEmpty()) {
            Entry entry = told.get(random.nextInt(told.size()));
            tell(entry, RecordStatus.CONFIRMED, random.nextBoolean() ? 0 : random.nextInt(200));
        }
    }

    private void tell(Entry entry, RecordStatus status, int minutes) {
        entry.sequence++;
        entry.counted = status == RecordStatus.CONFIRMED ? minutes : 0;
        surroundings
                .events()
                .publish(
                        "activity",
                        Entries.fact(entry.subject, entry.sequence, entry.person.id, entry.day, status, minutes));
    }

    private void assertRight(long seed) {
        String thisYear = Integer.toString(LocalDate.now(LinliClock.ZONE).getYear());
        for (String home : List.of(district.community(), district.otherCommunity())) {
            for (String period : List.of("all", "2023", "2024", "2025", "2026", "2025-01", "2026-02", thisYear)) {
                assertThat(figures(home, period))
                        .as("figures of %s in %s after the mixture %d", home, period, seed)
                        .isEqualTo(expected(home, period));
            }
        }
        operator.post("operations/registration/statistics/recount", Map.of("repair", false))
                .then()
                .statusCode(200)
                .body("differences", hasSize(0))
                .body("sound", equalTo(true));
    }

    private List<Long> figures(String division, String period) {
        JsonPath figures = operator.get("statistics/volunteers?division=" + division + "&period=" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return List.of(
                figures.getLong("registered"),
                figures.getLong("active"),
                figures.getLong("withHours"),
                figures.getLong("minutes"));
    }

    private List<Long> expected(String home, String period) {
        Predicate<LocalDate> within =
                day -> period.equals("all") || day.toString().startsWith(period + "-");
        List<Person> here =
                people.stream().filter(person -> person.home.equals(home)).toList();
        List<Person> standing = here.stream().filter(Person::standing).toList();
        List<Person> registered = standing.stream()
                .filter(person -> within.test(person.registeredOn))
                .toList();
        return List.of(
                (long) registered.size(),
                registered.stream().filter(is(VolunteerStatus.VERIFIED)).count(),
                standing.stream().filter(person -> minutes(person, within) > 0).count(),
                here.stream().mapToLong(person -> minutes(person, within)).sum());
    }

    private long minutes(Person person, Predicate<LocalDate> within) {
        return told.stream()
                .filter(entry -> entry.person == person && within.test(entry.day))
                .mapToLong(entry -> entry.counted)
                .sum();
    }

    private String home(Random random) {
        return random.nextBoolean() ? district.community() : district.otherCommunity();
    }

    private Person anyOf(Random random, Predicate<Person> which) {
        List<Person> found = people.stream().filter(which).toList();
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    private static Predicate<Person> is(VolunteerStatus status) {
        return person -> person.status == status;
    }
}
