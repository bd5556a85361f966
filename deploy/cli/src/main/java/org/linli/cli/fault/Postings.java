package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether a volunteer's passbook holds one posting for each rule and act, and nothing else. */
final class Postings {
    private static final String HOURS = "service-hours";
    private static final String GOOD_REVIEW = "good-review";

    private final List<String> wrong = new ArrayList<>();
    private final Person volunteer;
    private final List<JsonNode> lines;

    private Postings(Person volunteer) {
        this.volunteer = volunteer;
        this.lines = Lists.all(volunteer.api(), "/api/v1/passbooks/" + volunteer.id() + "/statement");
    }

    /** A sentence for everything in the passbook that is not as the orders of its owner say. */
    static List<String> differences(Person volunteer, List<Order> orders) {
        Postings postings = new Postings(volunteer);
        orders.forEach(postings::check);
        postings.nothingElse(orders);
        postings.balance();
        return postings.wrong;
    }

    private void check(Order order) {
        expect(order.did(Order.Step.CONFIRMED) ? 1 : 0, HOURS, order.record);
        expect(order.goodReview() ? 1 : 0, GOOD_REVIEW, order.request);
        if (order.did(Order.Step.REVERSED)) {
            long reversals = lines.stream()
                    .filter(line -> line.path("reverses").asText().equals(order.reversed))
                    .count();
            is(1, reversals, "reversals of posting " + order.reversed);
        }
    }

    private void expect(int must, String rule, String cause) {
        if (!cause.isEmpty()) {
            long found = lines.stream()
                    .filter(line -> line.path("ruleCode").asText().equals(rule))
                    .filter(line -> line.path("causeId").asText().equals(cause))
                    .filter(line -> line.path("amount").asLong() > 0)
                    .count();
            is(must, found, "postings by " + rule + " for " + cause);
        }
    }

    private void nothingElse(List<Order> orders) {
        is(orders.stream().mapToInt(Order::postings).sum(), lines.size(), "lines in the statement");
    }

    private void balance() {
        long sum =
                lines.stream().mapToLong(line -> line.path("amount").asLong()).sum();
        long shown = volunteer
                .api()
                .get("/api/v1/passbooks/" + volunteer.id())
                .expectSuccess()
                .body()
                .path("balance")
                .asLong();
        is(sum, shown, "hundredths in the balance");
    }

    private void is(long must, long found, String what) {
        if (must != found) {
            wrong.add(volunteer.name() + " has " + found + " " + what + " instead of " + must);
        }
    }
}
