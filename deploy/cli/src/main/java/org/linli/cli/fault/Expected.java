package org.linli.cli.fault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
        counts.put("check-ins", did(Step.CHECKED_IN));
        counts.put("check-outs", did(Step.CHECKED_OUT));
        counts.put("records", did(Step.CHECKED_OUT));
        counts.put("confirmed records", did(Step.CONFIRMED));
        counts.put("postings", orders.stream().mapToLong(Order::postings).sum());
        counts.put("reversals", did(Step.REVERSED));
        counts.put("sources", did(Step.CONFIRMED) + did(Step.REVIEWED) + did(Step.COMPLETED));
        counts.put("sources not applied as told", 0L);
        counts.put("messages", (long) Messages.expected(neighbourhood).total());
        return counts;
    }

    private long did(Step step) {
        return orders.stream().filter(order -> order.did(step)).count();
    }
}
