package org.linli.cli.seed;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What every figure of {@link Figures} must be by the plan alone, in a city that was empty before. */
final class Expectation {
    private final CityPlan plan;
    private final Map<String, Long> figures = new TreeMap<>();

    private Expectation(CityPlan plan) {
        this.plan = plan;
    }

    static Map<String, Long> of(CityPlan plan) {
        Expectation expectation = new Expectation(plan);
        expectation.count();
        return Map.copyOf(expectation.figures);
    }

    private void count() {
        int year = plan.terms().year();
        Set<Long> servedInYear = new HashSet<>();
        for (int place = 0; place < plan.shares().size(); place++) {
            Share share = plan.shares().get(place);
            String district = share.community().code().substring(0, 6);
            add(district, "registered", share.people());
            add(district, "with hours", share.serving());
            add(district, "people who served", share.serving());
            add(district, "stations", share.stations());
            for (PlannedRecord record : plan.hours().broughtForward(place, share)) {
                record(district, "city " + (year - 1), record);
            }
            servedInYear.clear();
            for (PlannedRecord record : plan.hours().ofTheYear(share)) {
                record(district, "city " + year, record);
                servedInYear.add(record.person());
            }
            figures.merge("city " + (year - 1) + ": people who served", (long) share.serving(), Long::sum);
            figures.merge("city " + year + ": people who served", (long) servedInYear.size(), Long::sum);
        }
    }

    private void add(String district, String figure, long value) {
        figures.merge("city: " + figure, value, Long::sum);
        figures.merge(district + ": " + figure, value, Long::sum);
    }

    /** People live and serve in one district; only the community may be another. */
    private void record(String district, String period, PlannedRecord record) {
        add(district, "records", 1);
        add(district, "minutes served", record.minutes());
        add(district, "minutes of its people", record.minutes());
        figures.merge(period + ": records", 1L, Long::sum);
        figures.merge(period + ": minutes served", (long) record.minutes(), Long::sum);
    }
}
