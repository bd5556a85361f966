package org.linli.cli.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.linli.cli.Answer;
import org.linli.cli.Waiting;
import org.linli.cli.story.DemoDistrict;

/**
 * Holds one session after the other, each with fewer places than there are people who want one; all of them sign up
 * within the same seconds.
 */
final class Organiser implements Runnable {
    private static final int CIRCLE = 8;
    private static final int PLACES = 3;
    /** Time enough for a place to go through several hands before the session begins. */
    private static final Duration AHEAD = Duration.ofSeconds(100);

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final Duration ARRIVING = Duration.ofSeconds(2);

    private final Neighbourhood neighbourhood;
    private final List<Person> circle;
    private final String activity;
    private final Random random;
    private final BooleanSupplier lastCall;

    private Organiser(
            Neighbourhood neighbourhood,
            List<Person> circle,
            String activity,
            Random random,
            BooleanSupplier lastCall) {
        this.neighbourhood = neighbourhood;
        this.circle = circle;
        this.activity = activity;
        this.random = random;
        this.lastCall = lastCall;
    }

    /** A circle of people joins, and the leader publishes something for them to do. */
    static Organiser gather(Neighbourhood neighbourhood, Random random, BooleanSupplier lastCall) {
        List<Person> circle = new ArrayList<>();
        for (int number = 0; number < CIRCLE; number++) {
            circle.add(neighbourhood.volunteer());
        }
        PatientClient leader = neighbourhood.leader().api();
        Map<String, Object> plan = Map.of(
                "category", "ENVIRONMENT",
                "title", "演示:清洁家园",
                "description", "演示:清理楼道和绿化带",
                "place",
                        Map.of(
                                "address", "演示广场",
                                "longitude", DemoDistrict.LONGITUDE,
                                "latitude", DemoDistrict.LATITUDE));
        Map<String, Object> draft =
                Map.of("division", DemoDistrict.COMMUNITY, "teamId", neighbourhood.team(), "plan", plan);
        String activity = leader.postAsNewcomer("/api/v1/activities", draft, "forbidden", "not-found")
                .text("id");
        leader.post("/api/v1/activities/" + activity + "/publication", null).expectSuccess();
        return new Organiser(neighbourhood, circle, activity, random, lastCall);
    }

    /** Holds sessions until it is too late for another; what was begun is brought to its end. */
    @Override
    public void run() {
        Waiting.pause(Duration.ofMillis(random.nextInt(15_000)));
        while (!lastCall.getAsBoolean()) {
            String session = schedule();
            List<Runnable> visits = circle.stream()
                    .map(person -> new Visit(neighbourhood, session, person, new Random(random.nextLong())))
                    .map(visit -> (Runnable) () -> {
                        Waiting.pause(Duration.ofMillis(visit.random().nextLong(ARRIVING.toMillis())));
                        visit.run();
                    })
                    .toList();
            Together.run(visits);
        }
    }

    /** If the city was away for so long that its time has passed, the session is put off. */
    private String schedule() {
        while (true) {
            Instant startsAt = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
            Map<String, Object> session = Map.of(
                    "startsAt",
                    startsAt.toString(),
                    "endsAt",
                    startsAt.plus(LENGTH).toString(),
                    "capacity",
                    PLACES);
            Answer answer = neighbourhood.leader().api().post("/api/v1/activities/" + activity + "/sessions", session);
            if (!answer.code().equals("session-in-the-past")) {
                String id = answer.expectSuccess().text("id");
                neighbourhood.sessionHeld();
                return id;
            }
        }
    }
}
