package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.cli.Answer;
import org.linli.cli.LocalCity;
import org.linli.cli.Waiting;
import org.linli.cli.fault.Order.Step;

/**
 * Holds what is against what was acknowledged: every act left exactly what it must leave, and there is nothing else.
 * People are asked through the gateway, as themselves; that nothing else exists is counted in the tables.
 */
final class Reconciliation {
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Neighbourhood neighbourhood;
    private final Tables tables;
    private final Groups groups;
    private final Map<String, Long> countsBefore;
    private final Messages messagesBefore;
    private final List<String> findings = new ArrayList<>();

    /** Remembers what is there before the first act. */
    Reconciliation(Neighbourhood neighbourhood, Tables tables, Groups groups) {
        this.neighbourhood = neighbourhood;
        this.tables = tables;
        this.groups = groups;
        awaitQuiet();
        this.countsBefore = tables.counts();
        this.messagesBefore = Messages.found(neighbourhood);
    }

    /** A sentence for each thing that is not as it must be; empty if everything is. */
    List<String> findings() {
        awaitQuiet();
        Collection<Order> orders = neighbourhood.orders();
        orders.forEach(this::order);
        Set<String> offered = tables.offered();
        for (Person volunteer : neighbourhood.volunteers()) {
            Acts acts = Acts.of(neighbourhood, volunteer);
            List<JsonNode> records = Lists.all(volunteer.api(), "/api/v1/service-records");
            records(volunteer, acts.orders(), records);
            findings.addAll(Attendances.differences(acts, offered, records));
            long expected = acts.orders().stream()
                            .filter(order -> order.did(Step.CHECKED_OUT))
                            .count()
                    + acts.signUps().stream().filter(SignUp::served).count();
            is(volunteer.name() + ": records", expected, records.size());
            findings.addAll(Purchases.differences(acts));
            findings.addAll(Postings.differences(acts));
        }
        findings.addAll(Purchases.ofShops(neighbourhood));
        Messages found = Messages.found(neighbourhood).without(messagesBefore);
        findings.addAll(Messages.expected(neighbourhood).differences(found));
        nothingElse();
        ledger();
        statistics();
        return findings;
    }

    /** What was acknowledged is there, as far as it was acknowledged. */
    private void order(Order order) {
        if (!order.did(Step.SUBMITTED)) {
            return;
        }
        Answer answer = order.resident.api().get("/api/v1/requests/" + order.request);
        String status = order.did(Step.CANCELLED)
                ? "CANCELLED"
                : order.did(Step.COMPLETED)
                        ? "COMPLETED"
                        : order.did(Step.CHECKED_IN) ? "IN_SERVICE" : order.did(Step.ACCEPTED) ? "ACCEPTED" : "";
        if (answer.status() != 200) {
            findings.add("request " + order.request + " was acknowledged and is lost: " + answer.status());
        } else if (!status.isEmpty() && !status.equals(answer.text("status"))) {
            findings.add("request " + order.request + " is " + answer.text("status") + " instead of " + status);
        }
    }

    private void records(Person volunteer, List<Order> own, List<JsonNode> records) {
        for (Order order : own) {
            List<JsonNode> found = records.stream()
                    .filter(record -> record.path("requestId").asText().equals(order.request))
                    .toList();
            is(
                    volunteer.name() + ": records of request " + order.request,
                    order.did(Step.CHECKED_OUT) ? 1 : 0,
                    found.size());
            if (found.size() == 1) {
                order.minutes = Attendances.presence(volunteer, order.checkIn).orElse(0);
                is(
                        volunteer.name() + ": minutes of record " + order.record,
                        order.minutes,
                        found.getFirst().path("minutes").asInt());
            }
            if (order.did(Step.CONFIRMED) && found.size() == 1) {
                String status = found.getFirst().path("status").asText();
                if (!status.equals("CONFIRMED")) {
                    findings.add("record " + order.record + " was confirmed and is " + status);
                }
            }
        }
    }

    private void nothingElse() {
        Map<String, Long> must = new Expected(neighbourhood).counts();
        tables.counts().forEach((what, is) -> is(what, must.get(what), is - countsBefore.get(what)));
        tables.leftovers().forEach((what, left) -> is(what, 0, left));
        tables.never().forEach((what, found) -> is(what, 0, found));
        for (String service : LocalCity.SERVICES) {
            is("dead letters of " + service, 0, groups.records("linli." + service + ".dead"));
        }
    }

    private void is(String what, long must, long found) {
        if (must != found) {
            findings.add(what + ": " + found + " instead of " + must);
        }
    }

    private void ledger() {
        Answer verification = neighbourhood.operator().api().get("/api/v1/ledger/verification");
        if (!verification.body().path("sound").asBoolean(false)) {
            findings.add("the ledger is not sound: " + verification.status() + " " + verification.body());
        }
    }

    /** Every figure is what a recount finds, and the services that keep the same hours keep as many of them. */
    private void statistics() {
        for (String service : List.of("registration", "activity")) {
            Answer recount = neighbourhood
                    .operator()
                    .api()
                    .post("/api/v1/operations/" + service + "/statistics/recount", Map.of("repair", false));
            if (!recount.body().path("sound").asBoolean(false)) {
                findings.add("the figures of " + service + " are wrong: " + recount.status() + " " + recount.body());
            }
        }
        Map<String, Long> minutes = tables.minutes();
        if (minutes.values().stream().distinct().count() != 1) {
            findings.add("the same hours are not the same everywhere: " + minutes);
        }
    }

    /** Until everything that was committed has arrived everywhere; by itself, or it is a finding. */
    private void awaitQuiet() {
        int[] quiet = {0};
        boolean arrived = Waiting.until(() -> (quiet[0] = isQuiet() ? quiet[0] + 1 : 0) >= 3, QUIET_WITHIN, LOOK);
        if (!arrived) {
            findings.add("not everything arrived within " + QUIET_WITHIN.toSeconds() + " s: " + open());
        }
    }

    private boolean isQuiet() {
        return open().isEmpty();
    }

    private Map<String, Long> open() {
        Map<String, Long> open = new HashMap<>(tables.leftovers());
        LocalCity.SERVICES.forEach(service -> open.put("records not read by " + service, groups.behind(service)));
        open.values().removeIf(count -> count == 0);
        return open;
    }
}
