package org.linli.cli.fault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.linli.cli.fault.Order.Step;

/** How many rows the acknowledged acts must have left, by the names of {@link Tables}. */
final class Expected {
    private final Neighbourhood neighbourhood;
    private final Collection<Order> orders;

    Expected(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
        this.orders = neighbourhood.orders();
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        long volunteers = neighbourhood.volunteers().size();
        counts.put("volunteers", volunteers);
        counts.put("memberships", volunteers);
        counts.put("passbooks", volunteers);
        counts.put("recipients", (long) neighbourhood.residents().size());
        counts.put("requests", did(Step.SUBMITTED));
        counts.put("cancelled requests", did(Step.CANCELLED));
        counts.put("offers", did(Step.DISPATCHED));
        counts.put("accepted offers", did(Step.ACCEPTED));
        counts.put("reviews", did(Step.REVIEWED));
        counts.put("sessions", (long) neighbourhood.sessions());
        counts.put("sign-ups", (long) neighbourhood.signUps().size());
        // who did not check out was checked out by rule
        counts.put("check-ins", did(Step.CHECKED_IN) + did(SignUp.Step.CHECKED_IN));
        counts.put("check-outs", did(Step.CHECKED_OUT) + did(SignUp.Step.CHECKED_IN));
        counts.put("records", did(Step.CHECKED_OUT) + count(neighbourhood.signUps(), SignUp::served));
        counts.put("confirmed records", did(Step.CONFIRMED) + did(SignUp.Step.RECORD_CONFIRMED));
        points(counts);
        counts.put("messages", (long) Messages.expected(neighbourhood).total());
        return counts;
    }

    /** A redemption is two postings: one sets aside, one ends it. */
    private void points(Map<String, Long> counts) {
        Collection<Redemption> redemptions = neighbourhood.redemptions();
        long ofOrders = orders.stream().mapToLong(Order::postings).sum();
        long ofSessions = did(SignUp.Step.RECORD_CONFIRMED);
        counts.put("postings", ofOrders + ofSessions + 2L * redemptions.size());
        counts.put("reversals", did(Step.REVERSED));
        counts.put("sources", did(Step.CONFIRMED) + ofSessions + did(Step.REVIEWED) + did(Step.COMPLETED));
        counts.put("sources not applied as told", 0L);
        counts.put("redemptions", (long) redemptions.size());
        counts.put("redemptions handed over", count(redemptions, one -> one.ended(Redemption.End.FULFILLED)));
        counts.put("redemptions given up", count(redemptions, one -> one.ended(Redemption.End.CANCELLED)));
        counts.put("redemptions that lapsed", count(redemptions, one -> one.ended(Redemption.End.LAPSED)));
        counts.put(
                "badges",
                neighbourhood.volunteers().stream()
                        .mapToLong(
                                volunteer -> Acts.of(neighbourhood, volunteer).badges())
                        .sum());
    }

    private long did(SignUp.Step step) {
        return count(neighbourhood.signUps(), signUp -> signUp.did(step));
    }

    private static <T> long count(Collection<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private long did(Step step) {
        return orders.stream().filter(order -> order.did(step)).count();
    }
}
