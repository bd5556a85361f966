package org.linli.cli.story;

import static org.linli.cli.story.Chronicle.hears;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.LocalClock;
import org.linli.cli.Refusal;
import org.linli.cli.Workplace;

/**
 * A clean-up in Longjiang community (龙江社区, 530103007008): three places and five sign-ups, one withdraws, the first
 * of the waitlist takes the place in time, all three come and go by the code, and their confirmed hours become points.
 */
final class CleanUpInLongjiang {
    private static final String COMMUNITY = "530103007008";
    private static final String TEAM_NAME = "龙江社区清洁志愿服务队";
    private static final Duration AHEAD = Duration.ofHours(3);
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final double LONGITUDE = 102.7512;
    private static final double LATITUDE = 25.0630;
    private static final int PLACES = 3;
    private static final int PEOPLE = 5;

    private final Workplace workplace;
    private final Cast cast;
    private final Chronicle chronicle;
    private final LocalClock clock;
    private final GatewayClient operator;
    private final List<Player> people = new ArrayList<>();

    CleanUpInLongjiang(Workplace workplace, Cast cast, Chronicle chronicle) {
        this.workplace = workplace;
        this.cast = cast;
        this.chronicle = chronicle;
        this.clock = new LocalClock(workplace.kafka());
        this.operator = workplace.gatewayAs("operator");
    }

    void play() {
        try {
            String team = team();
            neighbours();
            String session = announce(team);
            List<Player> present = signUp(session);
            attend(session, present);
            points(session, present);
        } finally {
            people.forEach(Player::close);
        }
    }

    /** The community's team, led by the leader of the day; made once. */
    private String team() {
        String id = null;
        for (JsonNode item : operator.get("/api/v1/teams?division=" + COMMUNITY + "&limit=200")
                .expectSuccess()
                .body()
                .path("items")) {
            id = TEAM_NAME.equals(item.path("name").asText()) ? item.path("id").asText() : id;
        }
        if (id == null) {
            Map<String, Object> founded = Map.of(
                    "kind",
                    "COMMUNITY",
                    "name",
                    TEAM_NAME,
                    "division",
                    COMMUNITY,
                    "categories",
                    List.of("CLEANING", "OTHER"));
            id = operator.post("/api/v1/teams", founded).expectSuccess().text("id");
        }
        if (operator.get("/api/v1/teams/" + id).expectSuccess().text("leaderId").isEmpty()) {
            lead(id);
        }
        return id;
    }

    private void lead(String team) {
        String memberships = "/api/v1/teams/" + team + "/memberships";
        String membership =
                cast.leader().api().post(memberships, null).expectSuccess().text("id");
        operator.post(memberships + "/" + membership + "/approval", null).expectSuccess();
        operator.put(
                        "/api/v1/teams/" + team + "/leader",
                        Map.of("volunteerId", cast.leader().id()))
                .expectSuccess();
    }

    private void neighbours() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        Random random = new Random();
        for (int number = 1; number <= PEOPLE; number++) {
            GatewayClient self = workplace.gatewayAsSubject("story-" + run + "-neighbour-" + number);
            String id = self.post(
                            "/api/v1/volunteers", Papers.of(random, 1960, 1999).registration(COMMUNITY))
                    .expectSuccess()
                    .text("id");
            operator.post("/api/v1/volunteers/" + id + "/verification", null).expectSuccess();
            people.add(new Player("neighbour " + number, self, new Listener(self), id));
        }
    }

    private String announce(String team) {
        Map<String, Object> plan = Map.of(
                "category", "ENVIRONMENT",
                "title", "演示:龙江社区清洁家园",
                "description", "演示:清理楼道和绿化带",
                "bring", "演示:手套",
                "place", Map.of("address", "演示广场", "longitude", LONGITUDE, "latitude", LATITUDE));
        Answer draft = chronicle.step(
                cast.leader(),
                "prepares a clean-up",
                () -> Patience.untilKnown(
                        () -> cast.leader()
                                .api()
                                .post(
                                        "/api/v1/activities",
                                        Map.of("division", COMMUNITY, "teamId", team, "plan", plan)),
                        "forbidden",
                        "not-found"));
        String activity = "/api/v1/activities/" + draft.text("id");
        chronicle.step(cast.leader(), "publishes it", () -> cast.leader().api().post(activity + "/publication", null));
        Instant startsAt = Instant.now().plus(clock.offset()).plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> session = Map.of(
                "startsAt", startsAt.toString(),
                "endsAt", startsAt.plus(LENGTH).toString(),
                "capacity", PLACES);
        return chronicle
                .step(
                        cast.leader(),
                        "schedules a session of three places",
                        () -> cast.leader().api().post(activity + "/sessions", session))
                .text("id");
    }

    /** Who has a place in the end. */
    private List<Player> signUp(String session) {
        List<String> signUps = new ArrayList<>();
        for (Player one : people) {
            boolean place = signUps.size() < PLACES;
            Answer answer = chronicle.step(
                    one,
                    place ? "signs up" : "signs up and waits",
                    () -> Patience.untilKnown(
                            () -> one.api().post("/api/v1/sign-ups", Map.of("sessionId", session)),
                            "volunteer-may-not-serve"),
                    hears(one, place ? "sign-up-confirmed" : "sign-up-waitlisted"));
            chronicle.check("The status of the sign-up", place ? "CONFIRMED" : "WAITLISTED", answer.text("status"));
            signUps.add(answer.text("id"));
        }
        Player leaves = people.getFirst();
        Player next = people.get(PLACES);
        chronicle.step(
                leaves,
                "withdraws; the first of the waitlist is offered the place",
                () -> leaves.api().post("/api/v1/sign-ups/" + signUps.getFirst() + "/withdrawal", null),
                hears(leaves, "sign-up-withdrawn"),
                hears(next, "place-offered"));
        chronicle.step(
                next,
                "takes the place in time",
                () -> next.api().post("/api/v1/sign-ups/" + signUps.get(PLACES) + "/confirmation", Map.of()),
                hears(next, "place-taken"));
        return List.of(people.get(1), people.get(2), next);
    }

    private void attend(String session, List<Player> present) {
        later(session, AHEAD);
        Map<Player, String> pairs = new HashMap<>();
        for (Player one : present) {
            Answer arrived = chronicle.step(
                    one, "checks in by scanning the code", () -> one.api().post("/api/v1/check-ins", shown(session)));
            pairs.put(one, arrived.text("id"));
        }
        later(session, LENGTH);
        for (Player one : present) {
            chronicle.step(
                    one,
                    "checks out by scanning the code",
                    () -> one.api().post("/api/v1/check-ins/" + pairs.get(one) + "/departure", shown(session)),
                    hears(cast.leader(), "record-to-confirm"));
        }
    }

    private void later(String session, Duration time) {
        Instant before = Instant.parse(code(session).text("validFrom"));
        chronicle.becomes("clock", "moves " + time.toHours() + " hours forward", () -> {
            clock.advance(time);
            Patience.until(
                    "The clock of the services",
                    () -> Instant.parse(code(session).text("validFrom"))
                            .isAfter(before.plus(time).minusSeconds(60)));
        });
    }

    private Answer code(String session) {
        return cast.leader().api().get("/api/v1/check-ins/codes/" + session).expectSuccess();
    }

    private Map<String, Object> shown(String session) {
        return Map.of("code", code(session).text("code"), "longitude", LONGITUDE, "latitude", LATITUDE);
    }

    /** The leader confirms; the hours count, and points come by the rule in force. */
    private void points(String session, List<Player> present) {
        JsonNode records = cast.leader()
                .api()
                .get("/api/v1/service-records?sessionId=" + session)
                .expectSuccess()
                .body()
                .path("items");
        chronicle.check("The number of service records of the session", present.size(), records.size());
        for (Player one : present) {
            String record = recordOf(records, one);
            Answer confirmed = chronicle.step(
                    cast.leader(),
                    "confirms the hours of " + one.name(),
                    () -> cast.leader().api().post("/api/v1/service-records/" + record + "/confirmation", null),
                    hears(one, "record-confirmed"),
                    hears(one, "points-credited"));
            chronicle.check(
                    "The minutes of the record",
                    LENGTH.toMinutes(),
                    confirmed.body().path("minutes").asLong());
        }
    }

    private static String recordOf(JsonNode records, Player one) {
        for (JsonNode record : records) {
            if (one.id().equals(record.path("volunteerId").asText())) {
                return record.path("id").asText();
            }
        }
        throw new Refusal("There is no service record of " + one.name() + ".");
    }
}
