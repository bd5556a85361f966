package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether a volunteer's passbook holds one posting for each rule and act, and nothing else. */
final class Postings {
    private static final String HOURS = "service-hours";
    private static final String GOOD_REVIEW = "good-review";

    private static final long HOUR_GIVES = 100;
    private static final long GOOD_REVIEW_GIVES = 50;

    private final List<String> wrong = new ArrayList<>();
    private final Person volunteer;
    private final List<JsonNode> lines;

    private Postings(Person volunteer) {
        this.volunteer = volunteer;
        this.lines = Lists.all(volunteer.api(), "/api/v1/passbooks/" + volunteer.id() + "/statement");
    }

    /** A sentence for everything in the passbook that is not as the acts of its owner say. */
    static List<String> differences(Acts acts) {
        Postings postings = new Postings(acts.person());
        acts.orders().forEach(postings::check);
        acts.signUps().forEach(postings::check);
        acts.redemptions().forEach(postings::check);
        postings.nothingElse(acts);
        postings.balance();
        return postings.wrong;
    }

    private void check(SignUp signUp) {
        expect(signUp.did(SignUp.Step.RECORD_CONFIRMED), HOURS, signUp.record, ofHours(signUp.minutes));
    }

    /** What was set aside left the passbook once, and came back once unless it was handed over. */
    private void check(Redemption redemption) {
        List<JsonNode> held = lines.stream()
                .filter(line -> line.path("causeId").asText().equals(redemption.id))
                .toList();
        is(1, held.size(), "lines for redemption " + redemption.id);
        is(-Market.PRICE, sum(line -> held.contains(line)), "hundredths set aside for redemption " + redemption.id);
        if (held.size() == 1) {
            String holding = held.getFirst().path("postingId").asText();
            long back = redemption.ended(Redemption.End.FULFILLED) ? 0 : Market.PRICE;
            is(
                    back,
                    sum(line -> line.path("causeId").asText().equals(holding)),
                    "hundredths back for redemption " + redemption.id);
        }
    }

    private void check(Order order) {
        expect(order.did(Order.Step.CONFIRMED), HOURS, order.record, ofHours(order.minutes));
        expect(order.goodReview(), GOOD_REVIEW, order.request, GOOD_REVIEW_GIVES);
        if (order.did(Order.Step.REVERSED)) {
            long given = sum(line -> line.path("postingId").asText().equals(order.reversed));
            List<JsonNode> reversals = lines.stream()
                    .filter(line -> line.path("reverses").asText().equals(order.reversed))
                    .toList();
            is(1, reversals.size(), "reversals of posting " + order.reversed);
            is(
                    -given,
                    sum(line -> line.path("reverses").asText().equals(order.reversed)),
                    "hundredths taken back for posting " + order.reversed);
        }
    }

    /** A point an hour, rounded half to even, as the rule in force at the start says. */
    static long ofHours(int minutes) {
        return BigDecimal.valueOf(minutes * HOUR_GIVES)
                .divide(BigDecimal.valueOf(60), RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private void expect(boolean done, String rule, String cause, long amount) {
        if (!cause.isEmpty()) {
            Predicate<JsonNode> given = line -> line.path("ruleCode").asText().equals(rule)
                    && line.path("causeId").asText().equals(cause)
                    && line.path("amount").asLong() > 0;
            is(done ? 1 : 0, lines.stream().filter(given).count(), "postings by " + rule + " for " + cause);
            is(done ? amount : 0, sum(given), "hundredths by " + rule + " for " + cause);
        }
    }

    private long sum(Predicate<JsonNode> of) {
        return lines.stream()
                .filter(of)
                .mapToLong(line -> line.path("amount").asLong())
                .sum();
    }

    private void nothingElse(Acts acts) {
        long ofOrders = acts.orders().stream().mapToInt(Order::postings).sum();
        long ofHours = acts.signUps().stream()
                .filter(signUp -> signUp.did(SignUp.Step.RECORD_CONFIRMED))
                .count();
        long ofRedemptions =
                acts.redemptions().stream().mapToInt(Redemption::lines).sum();
        is(ofOrders + ofHours + ofRedemptions, lines.size(), "lines in the statement");
    }

    private void balance() {
        long sum = sum(line -> true);
        JsonNode passbook = volunteer
                .api()
                .get("/api/v1/passbooks/" + volunteer.id())
                .expectSuccess()
                .body();
        is(sum, passbook.path("balance").asLong(), "hundredths in the balance");
        is(0, passbook.path("held").asLong(), "hundredths still set aside");
        is(0, passbook.path("owed").asLong(), "hundredths owed");
    }

    private void is(long must, long found, String what) {
        if (must != found) {
            wrong.add(volunteer.name() + " has " + found + " " + what + " instead of " + must);
        }
    }
}
