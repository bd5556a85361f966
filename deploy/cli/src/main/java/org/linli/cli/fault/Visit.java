package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;
import org.linli.cli.fault.SignUp.Step;

/**
 * What one person does about one session: signs up, perhaps thinks better of it, waits for a place, takes it in time or
 * not, comes and goes by the code, and spends what it earned.
 *
 * @param session which
 * @param person who
 */
record Visit(Neighbourhood neighbourhood, String session, Person person, Random random) implements Runnable {
    /** Presence of less than a minute proposes no hours. */
    private static final Duration PRESENCE = Duration.ofSeconds(62);

    private static final Duration LOOK = Duration.ofMillis(700);
    private static final Duration THINKING = Duration.ofSeconds(8);

    /** The service may not have heard of somebody who joined a moment ago. */
    private static final Set<String> NEWS_UNDER_WAY = Set.of("volunteer-may-not-serve", "volunteer-not-of-team");
    /** What is answered when the city was away for so long that time has passed, or to who was away too often. */
    private static final Set<String> TOO_LATE = Set.of("sign-up-closed", "session-over", "sign-up-barred");

    private static final Set<String> OVER = Set.of("session-over", "sign-up-ended");

    @Override
    public void run() {
        boolean again = true;
        while (again) {
            SignUp signUp = signUp();
            again = signUp != null && !comes(signUp) && signUp.did(Step.WITHDRAWN) && random.nextInt(3) == 0;
        }
    }

    /** Whether somebody who signed up was there in the end. */
    private boolean comes(SignUp signUp) {
        int mood = random.nextInt(100);
        if (signUp.did(Step.WAITLISTED)) {
            if (mood < 20) {
                withdraw(signUp);
                return false;
            }
            if (!isOffered(signUp) || mood < 40 || !takes(signUp)) {
                return false;
            }
        } else if (mood < 35) {
            withdraw(signUp);
            return false;
        }
        return mood < 95 && attends(signUp);
    }

    /** Null if it was too late for that. */
    private SignUp signUp() {
        Map<String, Object> wish = Map.of("sessionId", session, "acceptSoftConflicts", true);
        String key = UUID.randomUUID().toString();
        long end = System.nanoTime() + PatientClient.PATIENCE.toNanos();
        Answer answer = person.api().post("/api/v1/sign-ups", wish, key);
        while (answer.code().equals("not-eligible") && System.nanoTime() < end) {
            Set<String> against = answer.reasons();
            if (!TOO_LATE.stream().filter(against::contains).toList().isEmpty()) {
                return null;
            }
            if (against.isEmpty() || !NEWS_UNDER_WAY.containsAll(against)) {
                throw new Refusal(person.name() + " could not sign up: " + against);
            }
            Waiting.pause(LOOK);
            answer = person.api().post("/api/v1/sign-ups", wish, key);
        }
        SignUp signUp =
                neighbourhood.signUp(new SignUp(person, answer.expectSuccess().text("id")));
        signUp.steps.add(Step.valueOf(answer.text("status")));
        return signUp;
    }

    private void withdraw(SignUp signUp) {
        Waiting.pause(Duration.ofMillis(random.nextLong(THINKING.toMillis())));
        Answer answer = person.api().post("/api/v1/sign-ups/" + signUp.id + "/withdrawal", null);
        did(signUp, Step.WITHDRAWN, answer, OVER);
    }

    /** Waits until a place is kept for this person, or the wait is over. */
    private boolean isOffered(SignUp signUp) {
        String[] status = {""};
        boolean decided = Waiting.until(
                () -> !(status[0] = person.api()
                                .get("/api/v1/sign-ups/" + signUp.id)
                                .expectSuccess()
                                .text("status"))
                        .equals("WAITLISTED"),
                PatientClient.PATIENCE,
                LOOK);
        if (!decided) {
            throw new Refusal(person.name() + " still waits for a place in a session that is over");
        }
        return status[0].equals("OFFERED");
    }

    /** The circle goes from one session to the next, with little time between them; that is all right with them. */
    private boolean takes(SignUp signUp) {
        Answer answer = person.api()
                .post("/api/v1/sign-ups/" + signUp.id + "/confirmation", Map.of("acceptSoftConflicts", true));
        if (answer.reasons().contains("session-over")) {
            return false;
        }
        return did(signUp, Step.TAKEN, answer, Set.of("offer-lapsed"));
    }

    private boolean attends(SignUp signUp) {
        Person leader = neighbourhood.leader();
        Answer arrived = RotatingCode.scan(leader, person, session, "/api/v1/check-ins");
        if (!did(signUp, Step.CHECKED_IN, arrived, Set.of("outside-time-window"))) {
            return false;
        }
        signUp.checkIn = arrived.text("id");
        Waiting.pause(PRESENCE);
        String departure = "/api/v1/check-ins/" + signUp.checkIn + "/departure";
        Answer left = RotatingCode.scan(leader, person, session, departure);
        if (did(signUp, Step.CHECKED_OUT, left, Set.of("already-checked-out"))) {
            signUp.record = record(signUp);
            String confirmation = "/api/v1/service-records/" + signUp.record + "/confirmation";
            did(signUp, Step.RECORD_CONFIRMED, leader.api().post(confirmation, null), Set.of());
            spend();
        }
        return true;
    }

    private String record(SignUp signUp) {
        for (JsonNode record : Lists.all(person.api(), "/api/v1/service-records")) {
            if (record.path("checkInId").asText().equals(signUp.checkIn)) {
                return record.path("id").asText();
            }
        }
        throw new Refusal("Check-in " + signUp.checkIn + " was closed after a minute, and has no record.");
    }

    private void spend() {
        Shopping shopping = new Shopping(neighbourhood, random);
        if (random.nextBoolean()) {
            shopping.twiceAtOnce(person);
        } else {
            shopping.once(person);
        }
    }

    /** Notes what was acknowledged; answers false if it was refused for one of these reasons. */
    private static boolean did(SignUp signUp, Step step, Answer answer, Set<String> refusals) {
        if (refusals.contains(answer.code())) {
            return false;
        }
        answer.expectSuccess();
        signUp.steps.add(step);
        return true;
    }
}
