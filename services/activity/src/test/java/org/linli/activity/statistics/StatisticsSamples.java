package org.linli.activity.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the feature statistics that succeed. */
public final class StatisticsSamples {
    private static final String SERVICE = "/api/v1/statistics/service";
    private static final String RECOUNT = "/api/v1/operations/activity/statistics/recount";

    private final String division;
    private final Person operator;

    public StatisticsSamples(Surroundings surroundings) {
        Neighbourhood here = new Neighbourhood(surroundings);
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        this.division = here.community().value();
        this.operator = here.holder(Role.PLATFORM_OPERATOR, "");
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        for (String part : new String[] {"", "/by-division"}) {
            samples.put(
                    "GET " + SERVICE + part,
                    () -> Sample.of(SERVICE + part + "?division=" + division + "&period=2026", operator.token()));
        }
        samples.put("POST " + RECOUNT, () -> Sample.of(RECOUNT, Map.of("repair", false), operator.token()));
        return samples;
    }
}
