package org.linli.cli.seed;

import java.util.List;
import java.util.Map;
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
        for (int place = 0; place < plan.shares().size(); place++) {
            Share share = plan.shares().get(place);
            String district = share.community().code().substring(0, 6);
            add(district, "registered", share.people());
            // whoever is brought over is verified, and may serve
            add(district, "active", share.people());
            add(district, "with hours", share.serving());
            add(district, "people who served", share.serving());
            add(district, "stations", share.stations());
            service(district, "city " + (year - 1), plan.hours().broughtForward(place, share));
            service(district, "city " + year, plan.hours().ofTheYear(share));
        }
    }

    private void add(String district, String figure, long value) {
        figures.merge("city: " + figure, value, Long::sum);
        figures.merge(district + ": " + figure, value, Long::sum);
    }

    /** People live and serve in one district; only the community may be another. */
    private void service(String district, String period, List<PlannedRecord> records) {
        long minutes = records.stream().mapToLong(PlannedRecord::minutes).sum();
        long people =
                records.stream().mapToLong(PlannedRecord::person).distinct().count();
        add(district, "records", records.size());
        add(district, "minutes served", minutes);
        add(district, "minutes of its people", minutes);
        figures.merge(period + ": records", (long) records.size(), Long::sum);
        figures.merge(period + ": minutes served", minutes, Long::sum);
        figures.merge(period + ": people who served", people, Long::sum);
    }
}
