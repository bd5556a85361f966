package org.linli.activity;

import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.restassured.response.Response;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.Neighbourhood.Person;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Published activities of a neighbourhood with sessions, as they stand in the programme's tables; and sign-ups. */
public final class Gatherings {
    private static final String ACTIVITY = """
            insert into activity (id, version, sequence, division, team_id, made_by, made_at, category_code, category,
                title, description, address, longitude, latitude, age_bands, skills, team_only, risky, insurer,
                policy_number, insured_from, insured_until, status, published_at)
            values (?, 0, 1, ?, ?, ?, now(), 'CLEANING', 'CLEANING', '社区大扫除', '一起打扫', '金实小区', 102.74, 25.08,
                ?::text[], ?::text[], ?, ?, ?, ?, ?::date, ?::date, 'PUBLISHED', now())
            """;
    private static final String SESSION = """
            insert into activity_session (id, version, sequence, activity_id, apart, provisional, starts_at, ends_at,
                capacity, taken, status)
            values (?, 0, 1, ?, false, false, ?, ?, ?, 0, 'SCHEDULED')
            """;

    private final Neighbourhood here;
    private final Surroundings surroundings;
    private final LinliClock clock;

    public Gatherings(Neighbourhood here, Surroundings surroundings, LinliClock clock) {
        this.here = here;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** What an activity asks of those who come. */
    public record Terms(UUID team, String ageBands, String skills, boolean teamOnly, boolean risky) {
        /** Everybody may come. */
        public static Terms open(UUID team) {
            return new Terms(team, "{}", "{}", false, false);
        }
    }

    /** A session of an open activity that begins in so long and lasts two hours. */
    public UUID session(UUID team, int capacity, Duration in) {
        return session(Terms.open(team), capacity, clock.now().plus(in), Duration.ofHours(2));
    }

    /** A session of an activity of its own. */
    public UUID session(Terms terms, int capacity, Instant startsAt, Duration length) {
        UUID activity = UUID.randomUUID();
        String insured = terms.risky() ? "平安" : null;
        surroundings
                .database()
                .execute(
                        ACTIVITY,
                        activity,
                        here.community().value(),
                        terms.team(),
                        UUID.randomUUID(),
                        terms.ageBands(),
                        terms.skills(),
                        terms.teamOnly(),
                        terms.risky(),
                        insured,
                        insured,
                        terms.risky() ? "2020-01-01" : null,
                        terms.risky() ? "2099-01-01" : null);
        UUID session = UUID.randomUUID();
        surroundings
                .database()
                .execute(
                        SESSION,
                        session,
                        activity,
                        Timestamp.from(startsAt),
                        Timestamp.from(startsAt.plus(length)),
                        capacity);
        return session;
    }

    /** Moves a session, also into the past, with what is due around it: the clock of other tests stays where it is. */
    public void move(UUID session, Instant startsAt, Duration length) {
        Timestamp end = Timestamp.from(startsAt.plus(length));
        surroundings
                .database()
                .execute(
                        "update activity_session set starts_at = ?, ends_at = ? where id = ?",
                        Timestamp.from(startsAt),
                        end,
                        session);
        surroundings
                .database()
                .execute(
                        "update due_work set due_at = ? where subject = ?",
                        Timestamp.from(startsAt.plus(length).plus(Duration.ofMinutes(30))),
                        session.toString());
    }

    /** The body of a sign-up. */
    public static Map<String, Object> wish(UUID session) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sessionId", session);
        return body;
    }

    /** Signs somebody up; the id. */
    public static String signUp(Person volunteer, UUID session) {
        return post(201, volunteer, "/api/v1/sign-ups", wish(session)).path("id");
    }

    /** One step of a sign-up. */
    public static Response step(int status, Person by, String signUp, String step, Object body) {
        return post(status, by, "/api/v1/sign-ups/" + signUp + "/" + step, body);
    }

    /** Where a sign-up stands, as its owner sees it. */
    public static String status(Person by, String signUp) {
        return get(200, by, "/api/v1/sign-ups/" + signUp).path("status");
    }

    /** Moves the clock of everybody forward to a time. */
    public void until(Instant time) {
        Duration ahead = Duration.between(clock.now(), time);
        if (!ahead.isNegative()) {
            clock.advanceTo(clock.offset().plus(ahead).plusSeconds(1));
        }
    }

    /** How many places of a session are taken, and how many a new count finds. */
    public Map<String, Object> places(UUID session) {
        return surroundings
                .database()
                .query("select taken, counted from session_places_recounted where session_id = ?", session)
                .getFirst();
    }
}
