package org.linli.activity.checkin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Calls of the feature check-in that succeed, each on an order of its own. */
public final class CheckInSamples {
    private static final String CHECK_INS = "/api/v1/check-ins";

    private final Neighbourhood here;
    private final Visits visits;
    private final LinliClock clock;

    public CheckInSamples(Surroundings surroundings, LinliClock clock) {
        this.here = new Neighbourhood(surroundings);
        this.visits = new Visits(here, clock);
        this.clock = clock;
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        return Map.of(
                "GET /api/v1/check-ins",
                        () -> Sample.of(CHECK_INS, visits.station().token()),
                "GET /api/v1/check-ins/codes/{id}", this::code,
                "GET /api/v1/check-ins/{id}", this::one,
                "POST /api/v1/check-ins", this::arrival,
                "POST /api/v1/check-ins/{id}/departure", this::departure,
                "POST /api/v1/check-ins/leader-list", this::line,
                "POST /api/v1/check-ins/{id}/listed-departure", this::listedDeparture);
    }

    private Sample code() {
        return Sample.of(
                CHECK_INS + "/codes/" + visits.taken(here.volunteer()),
                visits.station().token());
    }

    private Sample one() {
        Person volunteer = here.volunteer();
        String pair = visits.arrive(volunteer, visits.taken(volunteer));
        return Sample.of(CHECK_INS + "/" + pair, volunteer.token());
    }

    private Sample arrival() {
        Person volunteer = here.volunteer();
        Map<String, Object> body = visits.arrival(visits.taken(volunteer));
        body.put("longitude", 102.7401);
        body.put("latitude", 25.0802);
        body.put("accuracyMetres", 12);
        return Sample.of(CHECK_INS, body, volunteer.token());
    }

    private Sample departure() {
        Person volunteer = here.volunteer();
        String request = visits.taken(volunteer);
        String pair = visits.arrive(volunteer, request);
        return Sample.of(
                CHECK_INS + "/" + pair + "/departure",
                Map.of("digits", visits.shown(request, "digits"), "accuracyMetres", 12),
                volunteer.token());
    }

    private Sample line() {
        Person leader = here.volunteer();
        Person member = here.volunteer();
        UUID team = here.team(List.of(leader, member));
        Map<String, Object> line = Map.of(
                "requestId", visits.taken(team, member),
                "volunteerId", member.id(),
                "arrivedAt", clock.now().minusSeconds(7200).toString(),
                "leftAt", clock.now().minusSeconds(3600).toString());
        return Sample.of(CHECK_INS + "/leader-list", line, leader.token());
    }

    private Sample listedDeparture() {
        Person volunteer = here.volunteer();
        String pair = visits.arrive(volunteer, visits.taken(volunteer));
        return Sample.of(
                CHECK_INS + "/" + pair + "/listed-departure",
                Map.of("leftAt", clock.now().toString()),
                visits.station().token());
    }
}
