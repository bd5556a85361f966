package org.linli.activity.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.activity.ActivityRoles;
import org.linli.kit.access.Caller;

/**
 * The condition of a list query, put together from what the caller may see and asked for, so that branches nobody needs
 * do not spoil the plan. Values travel as parameters, never as text.
 */
final class Conditions {
    private static final String TO_CALLER = "(o.volunteerId = :volunteer or exists (select 1 from MembershipCopy m"
            + " where m.teamId = o.teamId and m.volunteerId = :volunteer and m.status = ACTIVE))";
    private static final String TO_TEAMS_LED = "o.teamId in :led";

    private final List<String> any = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Orders (alias r) that the caller may know: own ones, offered ones, those in scope. */
    static Conditions ofOrders(Caller caller, List<UUID> led, boolean mine) {
        Conditions conditions = new Conditions();
        if (caller.recipientId() != null) {
            conditions.any("r.ordered.recipientId = :recipient").with("recipient", caller.recipientId());
        }
        if (caller.volunteerId() != null) {
            conditions
                    .any("r.volunteerId = :volunteer or " + offered(TO_CALLER))
                    .with("volunteer", caller.volunteerId());
        }
        if (!led.isEmpty()) {
            conditions.any(offered(TO_TEAMS_LED)).with("led", led);
        }
        return mine ? conditions : conditions.inScope(caller);
    }

    /** Offers (alias o, with their order r) that the caller may know. */
    static Conditions ofOffers(Caller caller, List<UUID> led, boolean mine) {
        Conditions conditions = new Conditions();
        if (caller.volunteerId() != null) {
            conditions.any(TO_CALLER).with("volunteer", caller.volunteerId());
        }
        if (!led.isEmpty()) {
            conditions.any(TO_TEAMS_LED).with("led", led);
        }
        return mine ? conditions : conditions.inScope(caller);
    }

    private static String offered(String how) {
        return "exists (select 1 from RequestOffer o where o.requestId = r.id and " + how + ")";
    }

    private Conditions inScope(Caller caller) {
        List<String> prefixes = Relations.scopes(caller);
        for (int index = 0; index < prefixes.size(); index++) {
            below(prefixes.get(index), "scope" + index, any);
        }
        List<UUID> stations = caller.stations(ActivityRoles.COORDINATORS);
        return stations.isEmpty()
                ? this
                : any("r.ordered.stationId in :stations").with("stations", stations);
    }

    /** Only orders below a division. */
    Conditions below(String prefix) {
        below(prefix, "below", all);
        return this;
    }

    // a colon sorts behind the digits
    private void below(String prefix, String name, List<String> where) {
        if (prefix.isEmpty()) {
            where.add("1 = 1");
            return;
        }
        where.add("(r.ordered.division >= :" + name + " and r.ordered.division < :" + name + "End)");
        with(name, prefix).with(name + "End", prefix + ":");
    }

    /** One way for an order to be in the list. */
    private Conditions any(String condition) {
        any.add("(" + condition + ")");
        return this;
    }

    /** What every order in the list must fulfil. */
    Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Whether nothing can be in the list. */
    boolean none() {
        return any.isEmpty();
    }

    /** Everything together, to stand after {@code where}. */
    String text() {
        String ways = any.stream().collect(Collectors.joining(" or ", "(", ")"));
        return all.isEmpty() ? ways : ways + " and " + String.join(" and ", all);
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
