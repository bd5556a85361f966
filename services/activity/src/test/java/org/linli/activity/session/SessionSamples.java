package org.linli.activity.session;

import static org.linli.activity.Neighbourhood.post;
import static org.linli.activity.Programmes.ACTIVITIES;
import static org.linli.activity.Programmes.BECAUSE;
import static org.linli.activity.Programmes.of;
import static org.linli.activity.Programmes.series;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Programmes;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Calls of the features session and calendar that succeed. */
public final class SessionSamples {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String SERIES = "/api/v1/session-series";
    private static final String FEEDS = "/api/v1/calendar-feeds";

    private final Neighbourhood here;
    private final Programmes programme;
    private final LinliClock clock;
    private final Person leader;
    private final String activity;

    public SessionSamples(Surroundings surroundings, LinliClock clock) {
        this.here = new Neighbourhood(surroundings);
        this.programme = new Programmes(here);
        this.clock = clock;
        this.leader = programme.leader();
        this.activity = programme.published();
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        ofActivities(samples);
        ofSessions(samples);
        samples.put(
                "POST " + SERIES + "/{id}/revisions",
                () -> Sample.of(
                        SERIES + "/" + started() + "/revisions",
                        Map.of("plan", plan(), "reason", "换时间"),
                        leader.token()));
        samples.put(
                "POST " + SERIES + "/{id}/ending",
                () -> Sample.of(
                        SERIES + "/" + started() + "/ending",
                        Map.of("from", tomorrow().toString(), "reason", "不办了"),
                        leader.token()));
        samples.put("POST " + FEEDS, () -> Sample.of(FEEDS, here.volunteer().token()));
        samples.put("GET " + FEEDS, () -> Sample.of(FEEDS, here.volunteer().token()));
        samples.put("DELETE " + FEEDS + "/{id}", this::revocation);
        return samples;
    }

    private void ofActivities(Map<String, Supplier<Sample>> samples) {
        String ofActivity = ACTIVITIES + "/{id}/";
        samples.put(
                "POST " + ofActivity + "sessions",
                () -> Sample.of(of(activity, "sessions"), Programmes.session(30, 3), leader.token()));
        samples.put("GET " + ofActivity + "sessions", () -> Sample.of(of(activity, "sessions"), leader.token()));
        samples.put(
                "POST " + ofActivity + "session-series",
                () -> Sample.of(of(activity, "session-series"), plan(), leader.token()));
        samples.put(
                "GET " + ofActivity + "session-series",
                () -> Sample.of(of(activity, "session-series"), leader.token()));
    }

    private void ofSessions(Map<String, Supplier<Sample>> samples) {
        samples.put(
                "GET " + SESSIONS,
                () -> Sample.of(
                        SESSIONS + "?division=" + here.community().value()
                                + "&category=ENVIRONMENT&longitude=102.74&latitude=25.08&metres=5000&free=true",
                        leader.token()));
        samples.put("GET " + SESSIONS + "/{id}", () -> Sample.of(SESSIONS + "/" + session(), leader.token()));
        samples.put(
                "PUT " + SESSIONS + "/{id}",
                () -> Sample.of(SESSIONS + "/" + session(), Programmes.session(40, 4), leader.token()));
        samples.put(
                "POST " + SESSIONS + "/{id}/cancellation",
                () -> Sample.of(SESSIONS + "/" + session() + "/cancellation", BECAUSE, leader.token()));
    }

    private Sample revocation() {
        Person volunteer = here.volunteer();
        String id = post(201, volunteer, FEEDS, null).path("id");
        return Sample.of(FEEDS + "/" + id, volunteer.token());
    }

    private LocalDate tomorrow() {
        return clock.today().plusDays(1);
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = series("FREQ=WEEKLY;COUNT=3", tomorrow(), 3);
        plan.put("workingDays", "AFTER");
        plan.put("endsOn", tomorrow().plusDays(60).toString());
        return plan;
    }

    private String session() {
        return programme.session(activity, 30, 3);
    }

    private String started() {
        return post(201, leader, of(activity, "session-series"), plan()).path("id");
    }
}
