package org.linli.activity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Neighbourhood.put;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.of;
import static org.linli.activity.Programmes.plan;
import static org.linli.activity.Programmes.series;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Series of sessions")
class SeriesFlowTest {
    private static final String WEEKLY = "FREQ=WEEKLY;BYDAY=TU";

    Surroundings surroundings;

    @Inject
    LinliClock clock;

    private Programmes programme;
    private Person leader;
    private String activity;
    private LocalDate tuesday;

    @BeforeEach
    void anActivity() {
        programme = new Programmes(new Neighbourhood(surroundings));
        leader = programme.leader();
        activity = programme.published();
        tuesday = clock.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    }

    @Test
    @DisplayName("are there at once as far as people plan, and go on night by night")
    void goOnNightByNight() {
        // Given
        String id = started(series(WEEKLY, tuesday, 9));
        List<LocalDate> first = days();
        assertThat(first).hasSizeBetween(12, 13).startsWith(tuesday, tuesday.plusDays(7));
        // When a month passes
        clock.advanceTo(clock.offset().plus(Duration.ofDays(28)));
        // Then four more are there
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from activity_session where series_id = cast(? as uuid)", id))
                        .isBetween(first.size() + 4L, first.size() + 5L));
    }

    @Test
    @DisplayName("meet on the last working day of each month")
    void meetOnTheLastWorkingDayOfEachMonth() {
        // Given
        LocalDate firstOfMonth = clock.today().with(TemporalAdjusters.firstDayOfNextMonth());
        Map<String, Object> body = series("FREQ=MONTHLY;BYMONTHDAY=-1", firstOfMonth, 9);
        body.put("workingDays", "BEFORE");
        // When
        started(body);
        // Then
        WorkingCalendar calendar = WorkingCalendar.builtIn();
        assertThat(days())
                .isNotEmpty()
                .allSatisfy(day ->
                        assertThat(day).isEqualTo(calendar.onOrBefore(day.with(TemporalAdjusters.lastDayOfMonth()))));
    }

    @Test
    @DisplayName("move with the calendar once it is announced, with whoever signed up, who hears of it")
    void moveWithTheCalendar() {
        // Given a date made ahead while the calendar had it two days later
        Map<String, Object> body = series("FREQ=WEEKLY;BYDAY=WE", tuesday.plusDays(8), 9);
        body.put("workingDays", "AFTER");
        String id = started(body);
        String session = sessions().getFirst();
        String official = get(200, leader, "/api/v1/sessions/" + session).path("startsAt");
        String signUp = post(201, leader, "/api/v1/sign-ups", Map.of("sessionId", session))
                .path("id");
        surroundings
                .database()
                .execute(
                        "update activity_session set provisional = true, starts_at = starts_at + interval '2 days',"
                                + " ends_at = ends_at + interval '2 days' where id = cast(? as uuid)",
                        session);
        get(200, leader, "/api/v1/sessions/" + session).then().body("provisional", equalTo(true));
        // When the night comes after a newer calendar came into force
        surroundings
                .database()
                .execute("update session_series set calendar_until = '2026-01-01' where id = cast(? as uuid)", id);
        surroundings.database().execute("update due_work set due_at = now() - interval '1 day' where subject = ?", id);
        // Then it is where the calendar has it now, for good if that is announced, and whoever signed up still comes
        boolean open = LinliClock.dayOf(Instant.parse(official))
                .isAfter(WorkingCalendar.builtIn().officialUntil());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(200, leader, "/api/v1/sessions/" + session)
                        .then()
                        .body("startsAt", equalTo(official))
                        .body("provisional", equalTo(open)));
        get(200, leader, "/api/v1/sign-ups/" + signUp).then().body("status", equalTo("CONFIRMED"));
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.activity", session))
                .extracting(OnTopic::type)
                .containsExactly("linli.activity.session.scheduled.v1", "linli.activity.session.changed.v1"));
    }

    @Test
    @DisplayName("let one date be moved or cancelled alone")
    void letOneDateBeChangedAlone() {
        String id = started(series(WEEKLY, tuesday, 9));
        List<String> sessions = sessions();
        // When one is moved and one is cancelled, and then all begin later
        String moved = sessions.get(1);
        put(200, leader, "/api/v1/sessions/" + moved, null, Programmes.session(24 * 12, 4))
                .then()
                .body("apart", equalTo(true));
        post(200, leader, "/api/v1/sessions/" + sessions.get(2) + "/cancellation", BECAUSE);
        Map<String, Object> later = series(WEEKLY, tuesday, 6);
        later.put("startTime", "14:30");
        String next = post(201, leader, at(id, "revisions"), Map.of("plan", later, "reason", "改到下午"))
                .path("id");
        // Then the others do, and these stay as they are
        get(200, leader, "/api/v1/sessions/" + sessions.get(0))
                .then()
                .body("seriesId", equalTo(next))
                .body("capacity", equalTo(6))
                .body("startsAt", equalTo(tuesday + "T06:30:00Z"));
        get(200, leader, "/api/v1/sessions/" + moved).then().body("capacity", equalTo(4));
        get(200, leader, "/api/v1/sessions/" + sessions.get(2)).then().body("status", equalTo("CANCELLED"));
        assertThat(sessions()).containsExactlyInAnyOrderElementsOf(sessions);
    }

    @Test
    @DisplayName("are changed from a date on: people keep the dates that stay")
    void areChangedFromADateOn() {
        // Given
        String id = started(series(WEEKLY, tuesday, 9));
        LocalDate from = tuesday.plusDays(14);
        // When from the third Tuesday on it is every second one, and Fridays
        Map<String, Object> other = series("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", from, 9);
        String next = post(201, leader, at(id, "revisions"), Map.of("plan", other, "reason", "换时间"))
                .path("id");
        // Then
        get(200, leader, of(activity, "session-series"))
                .then()
                .body("items.id", contains(id, next))
                .body("items[0].endsOn", equalTo(from.minusDays(1).toString()))
                .body("items[1].follows", equalTo(id));
        assertThat(days()).startsWith(tuesday, tuesday.plusDays(7), from, from.plusDays(3), from.plusDays(14));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from activity_session where series_id = cast(? as uuid)"
                                        + " and series_date = cast(? as date)",
                                next,
                                from.toString()))
                .isOne();
        post(409, leader, at(id, "ending"), Map.of("from", from.plusDays(3).toString(), "reason", "不办了"))
                .then()
                .body("code", equalTo("series-ended"));
    }

    @Test
    @DisplayName("end on a date, and their sessions from then on are cancelled")
    void endOnADate() {
        String id = started(series(WEEKLY, tuesday, 9));
        post(200, leader, at(id, "ending"), Map.of("from", tuesday.plusDays(8).toString(), "reason", "不办了"))
                .then()
                .body("endsOn", equalTo(tuesday.plusDays(7).toString()));
        assertThat(days()).containsExactly(tuesday, tuesday.plusDays(7));
    }

    @Test
    @DisplayName("are not changed where more places are taken than would be left")
    void areNotChangedBelowWhatIsTaken() {
        String id = started(series(WEEKLY, tuesday, 9));
        surroundings
                .database()
                .execute(
                        "update activity_session set taken = 5 where id = cast(? as uuid)",
                        sessions().getLast());
        List<LocalDate> before = days();
        post(409, leader, at(id, "revisions"), Map.of("plan", series(WEEKLY, tuesday, 4), "reason", "人少"))
                .then()
                .body("code", equalTo("capacity-below-taken"));
        assertThat(days()).isEqualTo(before);
        get(200, leader, of(activity, "session-series")).then().body("items", hasSize(1));
    }

    @Test
    @DisplayName("of something risky go as far as its insurance")
    void ofSomethingRiskyGoAsFarAsItsInsurance() {
        activity = programme.draft(plan("risky", true));
        put(200, leader, of(activity, "insurance"), null, Programmes.insurance(20));
        post(200, leader, of(activity, "publication"), null);
        started(series("FREQ=DAILY", clock.today().plusDays(1), 3));
        assertThat(days().getLast()).isBeforeOrEqualTo(clock.today().plusDays(20));
        put(200, leader, of(activity, "insurance"), null, Programmes.insurance(40));
        int insured = days().size();
        // tomorrow night, whatever time of the day it is in the story of the tests before
        clock.advanceTo(clock.offset().plus(Duration.ofDays(2)));
        await().atMost(Duration.ofMinutes(1)).until(() -> days().size() > insured + 10);
    }

    @Test
    @DisplayName("need a rule that names dates to come")
    void needARuleThatNamesDates() {
        refused(series("FREQ=HOURLY", tuesday, 9), "rule-invalid", "rule");
        refused(series("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", tuesday, 9), "rule-without-dates", "rule");
        refused(series(WEEKLY, clock.today().minusDays(1), 9), "session-in-the-past", "startsOn");
        post(
                403,
                new Neighbourhood(surroundings).coordinator(),
                of(activity, "session-series"),
                series(WEEKLY, tuesday, 9));
    }

    private void refused(Map<String, Object> body, String code, String field) {
        post(400, leader, of(activity, "session-series"), body)
                .then()
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    private String started(Map<String, Object> body) {
        return post(201, leader, of(activity, "session-series"), body).path("id");
    }

    private static String at(String series, String what) {
        return "/api/v1/session-series/" + series + "/" + what;
    }

    private List<String> sessions() {
        return get(200, leader, of(activity, "sessions") + "?limit=200").path("items.id");
    }

    /** Days on which sessions take place, in order. */
    private List<LocalDate> days() {
        List<String> begins = get(200, leader, of(activity, "sessions") + "?limit=200")
                .path("items.findAll { it.status == 'SCHEDULED' }.startsAt");
        return begins.stream().map(Instant::parse).map(LinliClock::dayOf).toList();
    }
}
