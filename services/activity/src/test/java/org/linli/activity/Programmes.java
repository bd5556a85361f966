package org.linli.activity;

import static org.linli.activity.Neighbourhood.post;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.time.LinliClock;

/** A team of a neighbourhood with a programme: what tests of activities and sessions begin with. */
public final class Programmes {
    public static final String ACTIVITIES = "/api/v1/activities";
    public static final Map<String, Object> BECAUSE = Map.of("reason", "下雨");

    private final Neighbourhood here;
    private final Person leader;
    private final UUID team;

    public Programmes(Neighbourhood here) {
        this.here = here;
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        this.leader = here.volunteer();
        this.team = here.team(List.of(leader));
    }

    /** The volunteer who leads the team. */
    public Person leader() {
        return leader;
    }

    public UUID team() {
        return team;
    }

    /** What is planned. */
    public static Map<String, Object> plan() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("category", "ENVIRONMENT");
        plan.put("title", "清洁家园");
        plan.put("description", "一起打扫中心花园");
        plan.put("bring", "手套");
        plan.put("contact", "李队长 13800000000");
        plan.put("place", Map.of("address", "中心花园东门", "longitude", 102.7401, "latitude", 25.0802));
        return plan;
    }

    /** The plan with one thing otherwise. */
    public static Map<String, Object> plan(String field, Object value) {
        Map<String, Object> plan = plan();
        plan.put(field, value);
        return plan;
    }

    /** The body of a draft of the team. */
    public Map<String, Object> draftOf(Map<String, Object> plan) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("division", here.community().value());
        body.put("teamId", team);
        body.put("plan", plan);
        return body;
    }

    /** A draft. */
    public String draft(Map<String, Object> plan) {
        return post(201, leader, ACTIVITIES, draftOf(plan)).path("id");
    }

    /** A published activity. */
    public String published() {
        return published(plan());
    }

    /** A published activity. */
    public String published(Map<String, Object> plan) {
        String id = draft(plan);
        post(200, leader, of(id, "publication"), null);
        return id;
    }

    /** A session of a published activity, so many hours from now, two hours long. */
    public String session(String activity, int inHours, int capacity) {
        return post(201, leader, of(activity, "sessions"), session(inHours, capacity))
                .path("id");
    }

    /** The body of a session. */
    public static Map<String, Object> session(int inHours, int capacity) {
        Instant begin = clock().now().truncatedTo(ChronoUnit.MINUTES).plus(inHours, ChronoUnit.HOURS);
        return Map.of(
                "startsAt", begin.toString(),
                "endsAt", begin.plus(2, ChronoUnit.HOURS).toString(),
                "capacity", capacity);
    }

    /** The body of a series. */
    public static Map<String, Object> series(String rule, LocalDate startsOn, int capacity) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rule", rule);
        body.put("startsOn", startsOn.toString());
        body.put("startTime", "09:00");
        body.put("minutes", 120);
        body.put("capacity", capacity);
        return body;
    }

    /** The body of an insurance that covers from today on. */
    public static Map<String, Object> insurance(int days) {
        return Map.of(
                "insurer",
                "平安保险",
                "policyNumber",
                "PA-2026-001",
                "validFrom",
                clock().today().minusDays(2).toString(),
                "validUntil",
                clock().today().plusDays(days).toString());
    }

    // days pass in other tests of the same service
    private static LinliClock clock() {
        return CDI.current().select(LinliClock.class).get();
    }

    /** A part of an activity. */
    public static String of(String activity, String part) {
        return ACTIVITIES + "/" + activity + "/" + part;
    }
}
