package org.linli.activity;

import static org.linli.activity.Neighbourhood.get;
import static org.linli.activity.Neighbourhood.post;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.time.LinliClock;

/** Visits to the people of a neighbourhood: orders that somebody took, codes, presence, and time that passes. */
public final class Visits {
    private final Neighbourhood here;
    private final LinliClock clock;
    private final Person resident;
    private final Person station;

    public Visits(Neighbourhood here, LinliClock clock) {
        this.here = here;
        this.clock = clock;
        this.resident = here.recipient(null);
        this.station = here.coordinator();
        here.knows(here.community(), DivisionLevel.COMMUNITY);
    }

    public Person resident() {
        return resident;
    }

    public Person station() {
        return station;
    }

    /** An order that a volunteer was asked to do and took. */
    public String taken(Person volunteer) {
        return taken(volunteer, Map.of("volunteerId", volunteer.id()), here.order());
    }

    /** An order that a team was asked to do and one of its members took. */
    public String taken(UUID team, Person member) {
        return taken(member, Map.of("teamId", team), here.order());
    }

    /** An order with a wanted time that a volunteer took. */
    public String taken(Person volunteer, Instant wantedFrom, Instant wantedUntil) {
        String id = offered(volunteer, wantedFrom, wantedUntil);
        post(200, volunteer, "/api/v1/requests/" + id + "/acceptance", null);
        return id;
    }

    /** An order with a wanted time that a volunteer was asked to do. */
    public String offered(Person volunteer, Instant wantedFrom, Instant wantedUntil) {
        Map<String, Object> order = here.order();
        order.put("wantedFrom", wantedFrom.toString());
        order.put("wantedUntil", wantedUntil.toString());
        return offered(Map.of("volunteerId", volunteer.id()), order);
    }

    private String taken(Person volunteer, Map<String, Object> offer, Map<String, Object> order) {
        String id = offered(offer, order);
        post(200, volunteer, "/api/v1/requests/" + id + "/acceptance", null);
        return id;
    }

    private String offered(Map<String, Object> offer, Map<String, Object> order) {
        String id = post(201, resident, "/api/v1/requests", order).path("id");
        post(200, station, "/api/v1/requests/" + id + "/verification", null);
        post(200, station, "/api/v1/requests/" + id + "/dispatches", offer);
        return id;
    }

    /** What the station shows now: {@code url}, {@code code} or {@code digits}. */
    public String shown(String request, String what) {
        return get(200, station, "/api/v1/check-ins/codes/" + request).path(what);
    }

    /** The body of an arrival that is right. */
    public Map<String, Object> arrival(String request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("requestId", request);
        body.put("digits", shown(request, "digits"));
        return body;
    }

    /** The body of a departure that is right. */
    public Map<String, Object> departure(String request) {
        return Map.of("code", shown(request, "url"));
    }

    /** Checks in; the id of the pair. */
    public String arrive(Person volunteer, String request) {
        return post(201, volunteer, "/api/v1/check-ins", arrival(request)).path("id");
    }

    /** Checks out. */
    public Response leave(Person volunteer, String request, String pair) {
        return post(200, volunteer, "/api/v1/check-ins/" + pair + "/departure", departure(request));
    }

    /** A whole visit; the id of the proposed record. */
    public String visit(Person volunteer, String request, Duration length) {
        String pair = arrive(volunteer, request);
        pass(length);
        leave(volunteer, request, pair);
        return recordOf(volunteer, request);
    }

    /** The id of the newest record of an order. */
    public String recordOf(Person volunteer, String request) {
        return get(200, volunteer, "/api/v1/service-records?requestId=" + request)
                .path("items[0].id");
    }

    /** The body of a manual entry. */
    public Map<String, Object> manual(Person volunteer, UUID team, Instant from, Duration length) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("volunteerId", volunteer.id());
        body.put("category", "CLEANING");
        body.put("division", here.community().value());
        if (team != null) {
            body.put("teamId", team);
        }
        body.put("startedAt", from.toString());
        body.put("endedAt", from.plus(length).toString());
        body.put("content", "打扫楼道");
        body.put("evidence", "签到表第7页");
        body.put("reason", "停电");
        return body;
    }

    /** Enters hours and has them approved; the id of the record. */
    public String approved(Person leader, Person volunteer, UUID team, Instant from, Duration length) {
        String id = post(201, leader, "/api/v1/service-records", manual(volunteer, team, from, length))
                .path("id");
        post(200, station, "/api/v1/service-records/" + id + "/approval", null);
        return id;
    }

    /** Lets time pass, for everybody. */
    public void pass(Duration time) {
        clock.advanceTo(clock.offset().plus(time));
    }

    /** Noon (Shanghai) some days ago. */
    public Instant noon(int daysAgo) {
        return clock.today()
                .minusDays(daysAgo)
                .atTime(12, 0)
                .atZone(LinliClock.ZONE)
                .toInstant();
    }
}
