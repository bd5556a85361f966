package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;
import org.linli.cli.fault.Order.Step;
import org.linli.cli.story.DemoDistrict;

/**
 * One client: a resident who orders help, a volunteer who gives it, and the officials around them, one order after the
 * other in real time. A service shorter than a minute is none, so each takes a good minute; meanwhile something else
 * happens.
 */
final class Neighbour implements Runnable {
    /** Presence of less than a minute proposes no hours; the codes' clock shows steps of half a minute. */
    private static final Duration SERVICE = Duration.ofSeconds(62);

    private static final Duration LOOK = Duration.ofMillis(500);
    /** Beyond so many good reviews a day the cap of the day would take part of the points. */
    private static final int MOST_GOOD_REVIEWS = 8;

    private final Neighbourhood neighbourhood;
    private final Person resident;
    private final Random random;
    private final BooleanSupplier closing;
    private Person volunteer;

    Neighbour(Neighbourhood neighbourhood, Person resident, Person volunteer, Random random, BooleanSupplier closing) {
        this.neighbourhood = neighbourhood;
        this.resident = resident;
        this.volunteer = volunteer;
        this.random = random;
        this.closing = closing;
    }

    /** Orders and serves until nothing new is to begin; what was begun is brought to its end. */
    @Override
    public void run() {
        // not all at the same moment
        Waiting.pause(Duration.ofMillis(random.nextInt(15_000)));
        while (!closing.getAsBoolean()) {
            Order order = neighbourhood.order(resident, volunteer);
            submit(order);
            dispatch(order);
            serve(order);
            close(order);
        }
    }

    private void submit(Order order) {
        Map<String, Object> body = Map.of(
                "category", "MEDICAL_ESCORT",
                "description", "演示:陪同去医院复查",
                "place",
                        Map.of(
                                "address", "演示小区 8 栋",
                                "longitude", DemoDistrict.LONGITUDE,
                                "latitude", DemoDistrict.LATITUDE));
        order.request = resident.api()
                .postAsNewcomer("/api/v1/requests", body, "forbidden", "not-found")
                .text("id");
        order.steps.add(Step.SUBMITTED);
    }

    private void dispatch(Order order) {
        String path = "/api/v1/requests/" + order.request;
        did(order, Step.VERIFIED, neighbourhood.station().api().post(path + "/verification", null));
        // the volunteer may have been verified a moment ago, and activity may not have heard of it
        did(
                order,
                Step.DISPATCHED,
                neighbourhood
                        .station()
                        .api()
                        .postAsNewcomer(
                                path + "/dispatches",
                                Map.of("volunteerId", order.volunteer.id()),
                                "volunteer-may-not-serve"));
        did(
                order,
                Step.ACCEPTED,
                order.volunteer.api().postAsNewcomer(path + "/acceptance", null, "forbidden", "not-found"));
    }

    private static void did(Order order, Step step, Answer answer) {
        answer.expectSuccess();
        order.steps.add(step);
    }

    private void serve(Order order) {
        order.checkIn = scan(order, "/api/v1/check-ins", Step.CHECKED_IN).text("id");
        long leave = System.nanoTime() + SERVICE.toNanos();
        meanwhile();
        Duration left = Duration.ofNanos(leave - System.nanoTime());
        if (left.isPositive()) {
            Waiting.pause(left);
        }
        scan(order, "/api/v1/check-ins/" + order.checkIn + "/departure", Step.CHECKED_OUT);
        did(
                order,
                Step.COMPLETED,
                order.volunteer.api().post("/api/v1/requests/" + order.request + "/completion", null));
    }

    private Answer scan(Order order, String path, Step step) {
        Answer answer = RotatingCode.scan(neighbourhood.station(), order.volunteer, order.request, path);
        did(order, step, answer);
        return answer;
    }

    /** While the service takes its time, somebody joins, or somebody changes their mind, or reads their messages. */
    private void meanwhile() {
        switch (random.nextInt(3)) {
            case 0 -> volunteer = neighbourhood.volunteer();
            case 1 -> changeOfMind();
            default -> readInbox();
        }
    }

    private void changeOfMind() {
        Order order = neighbourhood.order(resident, volunteer);
        submit(order);
        did(
                order,
                Step.CANCELLED,
                resident.api()
                        .post("/api/v1/requests/" + order.request + "/cancellation", Map.of("reason", "演示:改日再去")));
    }

    private void readInbox() {
        long newest = resident.api()
                .get("/api/v1/inbox/summary")
                .expectSuccess()
                .body()
                .path("newest")
                .asLong();
        resident.api().post("/api/v1/inbox/reading", Map.of("sequence", newest)).expectSuccess();
    }

    private void close(Order order) {
        review(order);
        JsonNode record = onlyRecord(order);
        order.record = record.path("id").asText();
        order.ofTheTeam = record.path("teamId").isTextual();
        Person inCharge = order.ofTheTeam ? neighbourhood.leader() : neighbourhood.station();
        did(
                order,
                Step.CONFIRMED,
                inCharge.api().post("/api/v1/service-records/" + order.record + "/confirmation", null));
        if (order.goodReview() && random.nextInt(3) == 0) {
            takeBack(order);
        }
        // at most one purchase an order: what a review gave is there to be taken back as a whole
        if (random.nextInt(3) > 0) {
            new Shopping(neighbourhood, random).once(order.volunteer);
        }
    }

    private void review(Order order) {
        boolean good = goodReviewsOf(order) && random.nextInt(4) > 0;
        order.stars = good ? Order.STARS_THAT_EARN : Order.STARS_THAT_EARN - 1;
        did(
                order,
                Step.REVIEWED,
                resident.api()
                        .post(
                                "/api/v1/requests/" + order.request + "/reviews",
                                Map.of("stars", order.stars, "text", "演示:谢谢")));
    }

    private boolean goodReviewsOf(Order order) {
        return neighbourhood.orders().stream()
                        .filter(other -> other.volunteer == order.volunteer && other.goodReview())
                        .count()
                < MOST_GOOD_REVIEWS;
    }

    private JsonNode onlyRecord(Order order) {
        for (JsonNode record : Lists.all(order.volunteer.api(), "/api/v1/service-records")) {
            if (record.path("requestId").asText().equals(order.request)) {
                return record;
            }
        }
        throw new Refusal("Request " + order.request + " was served, checked out, and has no record.");
    }

    /** The district takes back what the review gave, as soon as it is there. */
    private void takeBack(Order order) {
        String[] posting = {""};
        boolean there = Waiting.until(() -> !(posting[0] = postingOf(order)).isEmpty(), PatientClient.PATIENCE, LOOK);
        if (!there) {
            throw new Refusal("The review of request " + order.request + " did not lead to a posting.");
        }
        did(
                order,
                Step.REVERSED,
                neighbourhood
                        .district()
                        .api()
                        .postAsNewcomer(
                                "/api/v1/postings/" + posting[0] + "/reversal",
                                Map.of("reason", "演示:重复评价"),
                                "not-found"));
        order.reversed = posting[0];
    }

    private static String postingOf(Order order) {
        for (JsonNode line :
                Lists.all(order.volunteer.api(), "/api/v1/passbooks/" + order.volunteer.id() + "/statement")) {
            if (line.path("causeId").asText().equals(order.request)) {
                return line.path("postingId").asText();
            }
        }
        return "";
    }
}
