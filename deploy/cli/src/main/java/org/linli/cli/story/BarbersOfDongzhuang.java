package org.linli.cli.story;

import static org.linli.cli.story.Chronicle.hears;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.LocalClock;
import org.linli.cli.Refusal;
import org.linli.cli.Workplace;

/**
 * The nine retired barbers of Dongzhuang community (东庄社区, 530103001004) cut hair for free on the last working day of
 * each month (seed system S06): a series by the working calendar, nine sign-ups, a calendar feed, one date moved alone.
 */
final class BarbersOfDongzhuang {
    private static final String COMMUNITY = "530103001004";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BARBERS = 9;
    private static final int MINUTES = 180;
    /** Long holidays reach no further back from the end of a month. */
    private static final int EARLIEST_DAY = 20;

    private final Workplace workplace;
    private final Chronicle chronicle;
    private final LocalClock clock;
    private final GatewayClient operator;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<Player> barbers = new ArrayList<>();

    BarbersOfDongzhuang(Workplace workplace, Chronicle chronicle) {
        this.workplace = workplace;
        this.chronicle = chronicle;
        this.clock = new LocalClock(workplace.kafka());
        this.operator = workplace.gatewayAs("operator");
    }

    void play() {
        try {
            String team = team();
            Player leader = barbers.getFirst();
            String activity = announce(leader, team);
            String session = meet(leader, activity);
            signUp(session);
            subscribe(barbers.getLast(), session);
            moveOnce(leader, session);
        } finally {
            barbers.forEach(Player::close);
        }
    }

    /** A team of nine, new in each run; the first of them leads. */
    private String team() {
        Map<String, Object> founded = Map.of(
                "kind",
                "SPECIALTY",
                "name",
                "演示:东庄社区银龄理发队 " + run,
                "division",
                COMMUNITY,
                "categories",
                List.of("BATHING"));
        String team = operator.post("/api/v1/teams", founded).expectSuccess().text("id");
        Random random = new Random();
        for (int number = 1; number <= BARBERS; number++) {
            GatewayClient self = workplace.gatewayAsSubject("story-" + run + "-barber-" + number);
            String id = join(self, Papers.of(random, 1946, 1966), team);
            barbers.add(new Player("barber " + number, self, new Listener(self), id));
        }
        operator.put(
                        "/api/v1/teams/" + team + "/leader",
                        Map.of("volunteerId", barbers.getFirst().id()))
                .expectSuccess();
        return team;
    }

    private String join(GatewayClient self, Papers papers, String team) {
        String id = self.post("/api/v1/volunteers", papers.registration(COMMUNITY))
                .expectSuccess()
                .text("id");
        operator.post("/api/v1/volunteers/" + id + "/verification", null).expectSuccess();
        String memberships = "/api/v1/teams/" + team + "/memberships";
        String membership = self.post(memberships, null).expectSuccess().text("id");
        operator.post(memberships + "/" + membership + "/approval", null).expectSuccess();
        return id;
    }

    private String announce(Player leader, String team) {
        Map<String, Object> plan = Map.of(
                "category", "HAIRCUTS",
                "title", "演示:东庄社区义务理发",
                "description", "演示:为社区居民免费理发,行动不便者上门",
                "bring", "演示:推子、围布",
                "teamOnly", true,
                "place", Map.of("address", "演示活动室", "longitude", 102.7240, "latitude", 25.0790));
        Answer draft = chronicle.step(
                leader,
                "plans free haircuts in Dongzhuang",
                () -> Patience.untilKnown(
                        () -> leader.api()
                                .post(
                                        "/api/v1/activities",
                                        Map.of("division", COMMUNITY, "teamId", team, "plan", plan)),
                        "forbidden",
                        "not-found"));
        String activity = "/api/v1/activities/" + draft.text("id");
        chronicle.step(leader, "publishes them", () -> leader.api().post(activity + "/publication", null));
        return activity;
    }

    /** Starts the series; answers its first session. */
    private String meet(Player leader, String activity) {
        LocalDate today = Instant.now().plus(clock.offset()).atZone(ZONE).toLocalDate();
        Map<String, Object> series = Map.of(
                "rule",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "workingDays",
                "BEFORE",
                "startsOn",
                today.plusDays(1).toString(),
                "startTime",
                "09:00",
                "minutes",
                MINUTES,
                "capacity",
                BARBERS);
        chronicle.step(
                leader,
                "sets the last working day of each month",
                () -> leader.api().post(activity + "/session-series", series));
        List<LocalDate> days = new ArrayList<>();
        JsonNode sessions =
                leader.api().get(activity + "/sessions").expectSuccess().body().path("items");
        sessions.forEach(session -> days.add(
                Instant.parse(session.path("startsAt").asText()).atZone(ZONE).toLocalDate()));
        chronicle.remark("on " + days.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        long months = days.stream().map(LocalDate::getMonth).distinct().count();
        chronicle.check("The number of months with one day each", days.size(), months);
        chronicle.check(
                "That each day is at the end of its month",
                true,
                days.size() >= 2 && days.stream().allMatch(day -> day.getDayOfMonth() >= EARLIEST_DAY));
        return sessions.path(0).path("id").asText();
    }

    private void signUp(String session) {
        for (Player barber : barbers) {
            chronicle.step(
                    barber,
                    "signs up for the first day",
                    () -> Patience.untilKnown(
                            () -> barber.api().post("/api/v1/sign-ups", Map.of("sessionId", session)),
                            "not-eligible",
                            "volunteer-may-not-serve",
                            "volunteer-not-of-team"),
                    hears(barber, "sign-up-confirmed"));
        }
        JsonNode state = barbers.getFirst()
                .api()
                .get("/api/v1/sessions/" + session)
                .expectSuccess()
                .body();
        chronicle.check("The number of places left", 0, state.path("placesLeft").asInt());
    }

    /** A barber's calendar program reads the sessions without signing in, until the address is revoked. */
    private void subscribe(Player barber, String session) {
        Answer feed = chronicle.step(
                barber,
                "subscribes to a calendar by a secret address",
                () -> barber.api().postAgain("/api/v1/calendar-feeds", null));
        URI address = URI.create(workplace.gatewayUrl())
                .resolve(URI.create(feed.text("url")).getPath());
        HttpResponse<String> calendar = read(address);
        chronicle.check("The answer to a calendar program", 200, calendar.statusCode());
        chronicle.check("That the calendar holds the day", true, calendar.body().contains(session + "@linli"));
        chronicle.step(barber, "revokes it", () -> barber.api().delete("/api/v1/calendar-feeds/" + feed.text("id")));
        chronicle.check("The answer once it is revoked", 404, read(address).statusCode());
    }

    private static HttpResponse<String> read(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new Refusal("The calendar cannot be read: " + silent.getMessage());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    /** The first day begins an hour later, that day alone; all nine hear of it. */
    private void moveOnce(Player leader, String session) {
        JsonNode before =
                leader.api().get("/api/v1/sessions/" + session).expectSuccess().body();
        Instant later = Instant.parse(before.path("startsAt").asText()).plus(Duration.ofHours(1));
        chronicle.step(
                leader,
                "moves the first day by an hour, that day alone",
                () -> leader.api()
                        .put(
                                "/api/v1/sessions/" + session,
                                Map.of(
                                        "startsAt", later.toString(),
                                        "endsAt",
                                                later.plus(Duration.ofMinutes(MINUTES))
                                                        .toString(),
                                        "capacity", BARBERS)),
                barbers.stream().map(barber -> hears(barber, "session-changed")).toArray(Chronicle.Hears[]::new));
    }
}
