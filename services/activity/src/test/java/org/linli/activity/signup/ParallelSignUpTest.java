package org.linli.activity.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Gatherings;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.signup.Together.Answer;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("When all sign up at once")
class ParallelSignUpTest {
    private static final int PEOPLE = 500;
    private static final int PLACES = 20;
    private static final int WAITING = 100;

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    @Test
    @DisplayName(
            "500 for 20 places, exactly 20 have one; 100 wait in the order of commit, the others hear that it is full")
    void exactlyTwentyHaveAPlace() {
        Neighbourhood here = new Neighbourhood(surroundings);
        Gatherings gatherings = new Gatherings(here, surroundings, clock);
        UUID session = gatherings.session(null, PLACES, Duration.ofDays(2));
        List<Person> people = here.volunteers(PEOPLE);

        List<Answer> answers = Together.post(people, person -> "/api/v1/sign-ups", Gatherings.wish(session));

        assertThat(answers.stream().filter(answer -> answer.says("\"status\":\"CONFIRMED\"")))
                .hasSize(PLACES)
                .allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().filter(answer -> answer.says("\"status\":\"WAITLISTED\"")))
                .hasSize(WAITING)
                .allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .hasSize(PEOPLE - PLACES - WAITING)
                .allMatch(answer -> answer.status() == 409 && answer.says("\"code\":\"session-full\""));
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", PLACES, "counted", PLACES));
        // the time is read with the session held: its order is the order of commit
        List<Map<String, Object>> rows = surroundings
                .database()
                .query("select status, queue_number from sign_up where session_id = ? order by signed_up_at", session);
        assertThat(rows.subList(0, PLACES)).allMatch(row -> row.get("status").equals("CONFIRMED"));
        assertThat(rows.subList(PLACES, rows.size()))
                .extracting(row -> ((Number) row.get("queue_number")).intValue())
                .isEqualTo(IntStream.rangeClosed(1, WAITING).boxed().toList());
    }

    @Test
    @DisplayName("50 withdraw at once, and the first 50 of the waitlist are offered their places, in order, each once")
    void placesGoToTheNext() {
        Neighbourhood here = new Neighbourhood(surroundings);
        Gatherings gatherings = new Gatherings(here, surroundings, clock);
        UUID session = gatherings.session(null, 50, Duration.ofDays(2));
        List<Person> people = here.volunteers(130);
        Map<UUID, String> signUps = new HashMap<>();
        people.forEach(person -> signUps.put(person.id(), Gatherings.signUp(person, session)));

        List<Answer> withdrawn = Together.post(
                people.subList(0, 50), person -> "/api/v1/sign-ups/" + signUps.get(person.id()) + "/withdrawal", null);

        assertThat(withdrawn).allMatch(answer -> answer.status() == 200);
        assertThat(standing(session, "OFFERED"))
                .isEqualTo(people.subList(50, 100).stream().map(Person::id).toList());
        assertThat(standing(session, "WAITLISTED"))
                .isEqualTo(people.subList(100, 130).stream().map(Person::id).toList());
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 50, "counted", 50));

        // Then half of them take the place, the others give it back: at once, while the next are promoted
        List<Person> offered = new ArrayList<>(people.subList(50, 100));
        Collections.shuffle(offered);
        List<Person> takers = offered.subList(0, 25);
        List<Answer> answers = Together.post(
                offered,
                person -> "/api/v1/sign-ups/" + signUps.get(person.id())
                        + (takers.contains(person) ? "/confirmation" : "/withdrawal"),
                Map.of());

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(standing(session, "CONFIRMED"))
                .hasSize(25)
                .containsAll(takers.stream().map(Person::id).toList());
        assertThat(standing(session, "OFFERED"))
                .isEqualTo(people.subList(100, 125).stream().map(Person::id).toList());
        assertThat(standing(session, "WAITLISTED"))
                .isEqualTo(people.subList(125, 130).stream().map(Person::id).toList());
        assertThat(gatherings.places(session)).isEqualTo(Map.of("taken", 50, "counted", 50));
    }

    private List<Object> standing(UUID session, String status) {
        return surroundings
                .database()
                .query(
                        "select volunteer_id from sign_up where session_id = ? and status = ? order by queue_number",
                        session,
                        status)
                .stream()
                .map(row -> row.get("volunteer_id"))
                .toList();
    }
}
