package org.linli.activity.signup;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.activity.Gatherings;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Calls of the feature sign-up that succeed, each on a session of its own. */
public final class SignUpSamples {
    private static final String SIGN_UPS = "/api/v1/sign-ups";
    private static final Duration DAYS = Duration.ofDays(2);

    private final Neighbourhood here;
    private final Gatherings gatherings;
    private final LinliClock clock;
    private final Person leader;
    private final UUID team;

    public SignUpSamples(Surroundings surroundings, LinliClock clock) {
        this.here = new Neighbourhood(surroundings);
        this.gatherings = new Gatherings(here, surroundings, clock);
        this.clock = clock;
        this.leader = here.volunteer();
        this.team = here.team(List.of(leader));
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        return Map.ofEntries(
                Map.entry("GET /api/v1/sign-ups", () -> Sample.of(SIGN_UPS, leader.token())),
                Map.entry("GET /api/v1/sign-ups/{id}", this::one),
                Map.entry("POST /api/v1/sign-ups", this::signUp),
                Map.entry("POST /api/v1/sign-ups/{id}/confirmation", this::confirmation),
                Map.entry("POST /api/v1/sign-ups/{id}/withdrawal", this::withdrawal),
                Map.entry("POST /api/v1/sign-ups/{id}/cancellation", this::cancellation),
                Map.entry("POST /api/v1/sign-ups/{id}/handover", this::handover),
                Map.entry(
                        "POST /api/v1/sign-ups/{id}/handover/acceptance",
                        () -> handedOver("acceptance", Map.of("acceptSoftConflicts", true))),
                Map.entry("POST /api/v1/sign-ups/{id}/handover/declination", () -> handedOver("declination", null)),
                Map.entry("POST /api/v1/sign-ups/{id}/appeal", this::appeal),
                Map.entry("POST /api/v1/sign-ups/{id}/appeal/decision", this::decision),
                Map.entry("POST /api/v1/check-ins/offline-claims", this::claim));
    }

    private Sample one() {
        Person volunteer = here.volunteer();
        return Sample.of(SIGN_UPS + "/" + Gatherings.signUp(volunteer, session(1)), volunteer.token());
    }

    private Sample signUp() {
        Map<String, Object> body = Gatherings.wish(session(3));
        body.put("guests", 1);
        body.put("waitlist", true);
        body.put("acceptSoftConflicts", true);
        return Sample.of(SIGN_UPS, body, here.volunteer().token());
    }

    private Sample confirmation() {
        UUID session = session(1);
        Person first = here.volunteer();
        Person second = here.volunteer();
        String place = Gatherings.signUp(first, session);
        String waiting = Gatherings.signUp(second, session);
        Gatherings.step(200, first, place, "withdrawal", null);
        return Sample.of(step(waiting, "confirmation"), Map.of("acceptSoftConflicts", true), second.token());
    }

    private Sample withdrawal() {
        Person volunteer = here.volunteer();
        return Sample.of(step(Gatherings.signUp(volunteer, session(1)), "withdrawal"), null, volunteer.token());
    }

    private Sample cancellation() {
        String id = Gatherings.signUp(here.volunteer(), session(1));
        return Sample.of(step(id, "cancellation"), Map.of("reason", "重复报名"), leader.token());
    }

    private Sample handover() {
        Person volunteer = here.volunteer();
        return Sample.of(
                step(Gatherings.signUp(volunteer, session(1)), "handover"),
                Map.of("volunteerId", here.volunteer().id()),
                volunteer.token());
    }

    private Sample handedOver(String answer, Map<String, Object> body) {
        Person volunteer = here.volunteer();
        Person other = here.volunteer();
        String id = Gatherings.signUp(volunteer, session(1));
        Gatherings.step(200, volunteer, id, "handover", Map.of("volunteerId", other.id()));
        return Sample.of(step(id, "handover/" + answer), body, other.token());
    }

    private Sample appeal() {
        Person volunteer = here.volunteer();
        return Sample.of(step(missed(volunteer), "appeal"), Map.of("reason", "家人住院"), volunteer.token());
    }

    private Sample decision() {
        Person volunteer = here.volunteer();
        String id = missed(volunteer);
        Gatherings.step(200, volunteer, id, "appeal", Map.of("reason", "家人住院"));
        return Sample.of(step(id, "appeal/decision"), Map.of("excused", true, "reason", "情况属实"), leader.token());
    }

    private Sample claim() {
        UUID session = session(1);
        Person volunteer = here.volunteer();
        Gatherings.signUp(volunteer, session);
        Instant start = clock.now().minus(Duration.ofHours(1));
        gatherings.move(session, start, Duration.ofHours(2));
        Map<String, Object> body = Map.of(
                "claimId", UUID.randomUUID(),
                "sessionId", session,
                "arrivedAt", start.toString(),
                "leftAt", start.plus(Duration.ofMinutes(50)).toString());
        return Sample.of("/api/v1/check-ins/offline-claims", body, volunteer.token());
    }

    private String missed(Person volunteer) {
        UUID session = session(1);
        String id = Gatherings.signUp(volunteer, session);
        gatherings.move(session, clock.now().minus(Duration.ofHours(3)), Duration.ofHours(2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Gatherings.status(volunteer, id).equals("NO_SHOW"));
        return id;
    }

    private UUID session(int capacity) {
        return gatherings.session(team, capacity, DAYS);
    }

    private static String step(String id, String step) {
        return SIGN_UPS + "/" + id + "/" + step;
    }
}
