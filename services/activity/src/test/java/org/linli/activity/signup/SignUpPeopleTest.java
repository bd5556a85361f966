package org.linli.activity.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.activity.Gatherings.signUp;
import static org.linli.activity.Gatherings.status;
import static org.linli.activity.Gatherings.step;
import static org.linli.activity.Gatherings.wish;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.signup.SignUpFlowTest.reasons;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.activity.Gatherings;
import org.linli.activity.Gatherings.Terms;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.signup.Together.Answer;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.GuardianshipEvent;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A sign-up for a session, as people come and go,")
class SignUpPeopleTest {
    private static final Duration DAYS = Duration.ofDays(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Neighbourhood here;
    private Gatherings gatherings;

    @BeforeEach
    void settle() {
        here = new Neighbourhood(surroundings);
        gatherings = new Gatherings(here, surroundings, clock);
    }

    @Test
    @DisplayName("is handed over to another volunteer who consents, past the waitlist and without a free moment")
    void isHandedOver() {
        UUID session = gatherings.session(null, 1, DAYS);
        List<Person> people = here.volunteers(3);
        String mine = signUp(people.get(0), session);
        String waiting = signUp(people.get(1), session);
        Person other = people.get(2);
        get(404, other, "/api/v1/sign-ups/" + mine);

        step(200, people.get(0), mine, "handover", Map.of("volunteerId", other.id()));
        step(404, people.get(1), mine, "handover/acceptance", Map.of());
        String theirs = step(201, other, mine, "handover/acceptance", Map.of()).path("id");

        assertThat(status(other, theirs)).isEqualTo("CONFIRMED");
        assertThat(status(people.get(0), mine)).isEqualTo("WITHDRAWN");
        assertThat(status(people.get(1), waiting)).isEqualTo("WAITLISTED");
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 1, "counted", 1));
    }

    @Test
    @DisplayName("is exchanged for the place of another at another session at the same time, if both may come")
    void isExchanged() {
        Instant nine = clock.now().plus(DAYS);
        UUID near = gatherings.session(Terms.open(null), 1, nine, Duration.ofHours(2));
        UUID there = gatherings.session(Terms.open(null), 1, nine, Duration.ofHours(2));
        List<Person> people = here.volunteers(3);
        Person one = people.get(0);
        Person other = people.get(1);
        String mine = signUp(one, near);
        String theirs = signUp(other, there);
        String waiting = signUp(people.get(2), there);
        Map<String, Object> offer = Map.of("volunteerId", other.id(), "inExchangeFor", there);

        step(200, one, mine, "handover", offer);
        String taken = step(201, other, mine, "handover/acceptance", Map.of()).path("id");

        assertThat(get(200, other, "/api/v1/sign-ups/" + taken).<String>path("sessionId"))
                .isEqualTo(near.toString());
        assertThat(status(one, mine)).isEqualTo("WITHDRAWN");
        assertThat(status(other, theirs)).isEqualTo("WITHDRAWN");
        assertThat(get(200, one, "/api/v1/sign-ups?status=CONFIRMED").<List<String>>path("items.sessionId"))
                .containsExactly(there.toString());
        assertThat(status(people.get(2), waiting)).isEqualTo("WAITLISTED");
        assertThat(gatherings.places(there)).isEqualTo(Map.of("taken", 1, "counted", 1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", theirs))
                        .last()
                        .extracting(told -> new String(told.value(), StandardCharsets.UTF_8))
                        .asString()
                        .contains("\"exchange\":true"));
        // and nothing is exchanged for a session that is not there
        Map<String, Object> nowhere = Map.of("volunteerId", other.id(), "inExchangeFor", UUID.randomUUID());
        assertThat(step(404, people.get(2), waiting, "handover", nowhere).<String>path("field"))
                .isEqualTo("inExchangeFor");
        // and a place that the other does not have is not exchanged
        String late = signUp(people.get(2), gatherings.session(null, 1, DAYS.plusDays(1)));
        step(200, people.get(2), late, "handover", Map.of("volunteerId", one.id(), "inExchangeFor", near));
        assertThat(step(409, one, late, "handover/acceptance", Map.of()).<String>path("code"))
                .isEqualTo("exchange-not-possible");
    }

    @Test
    @DisplayName("of a minor is made by a guardian who consented, and shown to both")
    void isMadeByAGuardian() {
        UUID session = gatherings.session(null, 3, DAYS);
        Person child = here.volunteer(here.community(), VolunteerStatus.VERIFIED, AgeBand.FROM_8_TO_13);
        Person guardian = here.somebody();
        UUID file = UUID.randomUUID();
        here.tell(file, 1, guardianship(file, child, guardian, GuardianConsent.GIVEN));
        Map<String, Object> body = wish(session);
        body.put("volunteerId", child.id());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reasons(guardian, body)).containsExactly("guardian-consent-missing"));
        here.tell(file, 2, guardianship(file, child, guardian, GuardianConsent.GIVEN_UNDER_14_RECORD));
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count("select sequence from guardianship_copy where guardianship_id = ?", file)
                        == 2);

        post(404, here.somebody(), "/api/v1/sign-ups", body);
        String id = post(201, guardian, "/api/v1/sign-ups", body).path("id");

        assertThat(status(child, id)).isEqualTo("CONFIRMED");
        assertThat(get(200, guardian, "/api/v1/sign-ups").<List<String>>path("items.id"))
                .containsExactly(id);
        // who stands for the child today decides, not who did when it was signed up
        Person next = here.somebody();
        here.tell(file, 3, guardianship(file, child, next, GuardianConsent.GIVEN_UNDER_14_RECORD));
        await().atMost(SOON).until(() -> told(file) == 3);
        step(404, guardian, id, "withdrawal", null);
        step(200, next, id, "withdrawal", null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", id))
                        .extracting(event -> new String(event.value(), StandardCharsets.UTF_8))
                        .last()
                        .asString()
                        .contains(next.accountId().toString())
                        .doesNotContain(guardian.accountId().toString()));
    }

    @Test
    @DisplayName(
            "of somebody suspended ends by itself, with a place or waiting; the place goes to the next, nobody missed")
    void endsWithASuspension() {
        UUID session = gatherings.session(null, 1, DAYS);
        List<Person> people = here.volunteers(3);
        String first = signUp(people.get(0), session);
        String second = signUp(people.get(1), session);
        String third = signUp(people.get(2), session);

        here.suspend(people.get(1));
        await().atMost(SOON).until(() -> status(people.get(1), second).equals("CANCELLED"));
        assertThat(status(people.get(0), first)).isEqualTo("CONFIRMED");
        here.suspend(people.get(0));

        await().atMost(SOON).until(() -> status(people.get(2), third).equals("OFFERED"));
        assertThat(status(people.get(0), first)).isEqualTo("CANCELLED");
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 1, "counted", 1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", first))
                        .extracting(OnTopic::type)
                        .contains("linli.activity.sign-up.stood-down.v1"));
    }

    @Test
    @DisplayName("ends when the skill or the team that its session asks for is lost, and only there")
    void endsWithWhatTheSessionAsksFor() {
        Person person = here.volunteer();
        UUID team = here.team(List.of(here.volunteers(1).getFirst(), person));
        UUID haircuts = gatherings.session(
                new Terms(null, "{}", "{cooking}", false, false), 1, clock.now().plus(DAYS), Duration.ofHours(2));
        UUID ofTeam = gatherings.session(
                new Terms(team, "{}", "{}", true, false), 1, clock.now().plus(DAYS.plusDays(1)), Duration.ofHours(2));
        String skilled = signUp(person, haircuts);
        String member = signUp(person, ofTeam);
        String anybody = signUp(person, gatherings.session(null, 1, DAYS.plusDays(2)));
        Person next = here.volunteer();
        String waiting = signUp(next, haircuts);

        here.leave(team, person);
        await().atMost(SOON).until(() -> status(person, member).equals("CANCELLED"));
        assertThat(status(person, skilled)).isEqualTo("CONFIRMED");
        here.unlearn(person);

        await().atMost(SOON).until(() -> status(next, waiting).equals("OFFERED"));
        assertThat(status(person, skilled)).isEqualTo("CANCELLED");
        assertThat(status(person, anybody)).isEqualTo("CONFIRMED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", skilled))
                        .last()
                        .extracting(told -> new String(told.value(), StandardCharsets.UTF_8))
                        .asString()
                        .contains("\"mayServe\":true"));
    }

    @ParameterizedTest(name = "while it waits for its {0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "person; select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "session; select id from activity_session where id = cast(? as uuid) for update"
            })
    @DisplayName("of a minor does not outlive a consent that is withdrawn while it is made")
    void ofAMinorDoesNotOutliveAConsent(String heldUp, String lock) throws SQLException {
        UUID session = gatherings.session(null, 3, DAYS);
        Person child = here.volunteer(here.community(), VolunteerStatus.VERIFIED, AgeBand.FROM_8_TO_13);
        Person guardian = here.somebody();
        UUID file = UUID.randomUUID();
        here.tell(file, 1, guardianship(file, child, guardian, GuardianConsent.GIVEN_UNDER_14_RECORD));
        await().atMost(SOON).until(() -> told(file) == 1);
        Map<String, Object> body = wish(session);
        body.put("volunteerId", child.id());
        CompletableFuture<List<Answer>> answers;
        try (Connection other = surroundings.database().connect();
                PreparedStatement held = other.prepareStatement(lock)) {
            other.setAutoCommit(false);
            held.setString(1, heldUp.equals("person") ? "sign-up " + child.id() : session.toString());
            held.execute();
            answers = CompletableFuture.supplyAsync(
                    () -> Together.post(List.of(guardian), person -> "/api/v1/sign-ups", body));
            await().atMost(SOON).until(() -> waiting() == 1);
            here.tell(file, 2, guardianship(file, child, guardian, GuardianConsent.NONE));
            // the news waits for the sign-up, or the sign-up finds it
            await().atMost(SOON).until(() -> waiting() == 2 || told(file) == 2);
            other.rollback();
        }
        answers.join();
        await().atMost(SOON).until(() -> told(file) == 2);
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from sign_up where volunteer_id = ? and status <> 'CANCELLED'",
                                        child.id())
                        == 0);
    }

    private long told(UUID file) {
        return surroundings
                .database()
                .count("select coalesce(max(sequence), 0) from guardianship_copy where guardianship_id = ?", file);
    }

    private long waiting() {
        return surroundings
                .database()
                .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()");
    }

    private GuardianshipEvent guardianship(UUID file, Person child, Person guardian, GuardianConsent consent) {
        return new GuardianshipEvent.GuardianshipChanged(new GuardianshipState(
                file,
                child.id(),
                List.of(guardian.accountId()),
                consent,
                here.community().value(),
                true));
    }
}
