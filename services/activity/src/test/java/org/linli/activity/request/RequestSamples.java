package org.linli.activity.request;

import static org.linli.activity.Neighbourhood.post;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the feature request that succeed, each on an order of its own. */
public final class RequestSamples {
    private static final String REQUESTS = "/api/v1/requests";
    private static final Map<String, Object> BECAUSE = Map.of("reason", "家里有事");

    private final Neighbourhood here;
    private final Person resident;
    private final Person station;
    private final Person volunteer;
    private final UUID place;

    public RequestSamples(Surroundings surroundings) {
        here = new Neighbourhood(surroundings);
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        place = here.station();
        resident = here.recipient(place);
        station = here.coordinator();
        volunteer = here.volunteer();
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        samples.put("POST /api/v1/requests", () -> Sample.of(REQUESTS, whole(), station.token()));
        add(samples, "verification", this::ordered, null, station);
        add(samples, "rejection", this::ordered, BECAUSE, station);
        add(samples, "cancellation", this::ordered, BECAUSE, resident);
        samples.put(
                "POST /api/v1/requests/{id}/dispatches",
                () -> Sample.of(
                        at(verified(), "dispatches"),
                        Map.of("volunteerId", here.volunteer().id()),
                        station.token()));
        add(samples, "acceptance", this::dispatched, null, volunteer);
        add(samples, "declination", this::dispatched, BECAUSE, volunteer);
        add(samples, "start", this::accepted, null, volunteer);
        add(samples, "completion", this::started, null, volunteer);
        add(samples, "reviews", this::completed, Map.of("stars", 2, "text", "不太好"), resident);
        add(samples, "reopening", this::reviewed, BECAUSE, resident);
        samples.put("GET /api/v1/requests", () -> Sample.of(REQUESTS + "?mine=false", station.token()));
        samples.put("GET /api/v1/dispatches", () -> Sample.of("/api/v1/dispatches?open=true", station.token()));
        samples.put("GET /api/v1/requests/{id}", () -> Sample.of(REQUESTS + "/" + ordered(), station.token()));
        for (String part : List.of("history", "reviews", "candidates")) {
            samples.put("GET /api/v1/requests/{id}/" + part, () -> Sample.of(at(ordered(), part), station.token()));
        }
        return samples;
    }

    private static void add(
            Map<String, Supplier<Sample>> samples, String move, Supplier<String> order, Object body, Person by) {
        samples.put("POST /api/v1/requests/{id}/" + move, () -> Sample.of(at(order.get(), move), body, by.token()));
    }

    private Map<String, Object> whole() {
        Map<String, Object> body = here.order();
        body.put("recipientId", resident.id());
        body.put("channel", "PROXY");
        body.put("skills", List.of("cooking"));
        body.put("wantedFrom", Instant.now().plusSeconds(864_000).toString());
        body.put("wantedUntil", Instant.now().plusSeconds(867_600).toString());
        body.put("division", here.community().value());
        body.put("stationId", place);
        return body;
    }

    private String ordered() {
        return post(201, resident, REQUESTS, here.order()).path("id");
    }

    private String verified() {
        return moved(ordered(), "verification", null, station);
    }

    private String dispatched() {
        return moved(verified(), "dispatches", Map.of("volunteerId", volunteer.id()), station);
    }

    private String accepted() {
        return moved(dispatched(), "acceptance", null, volunteer);
    }

    private String started() {
        return moved(accepted(), "start", null, volunteer);
    }

    private String completed() {
        return moved(started(), "completion", null, volunteer);
    }

    private String reviewed() {
        return moved(completed(), "reviews", Map.of("stars", 1), resident);
    }

    private static String moved(String id, String move, Object body, Person by) {
        post(200, by, at(id, move), body);
        return id;
    }

    private static String at(String id, String what) {
        return REQUESTS + "/" + id + "/" + what;
    }
}
