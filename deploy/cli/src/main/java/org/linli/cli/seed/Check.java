package org.linli.cli.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.cli.Screen;
import org.linli.cli.Waiting;

/** Compares the statistics with the plan, once everything that was told has arrived. */
final class Check {
    /** Statistics that have not moved for so long will not any more. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final CityPlan plan;
    private final Figures figures;
    private final Map<String, Long> expected = new TreeMap<>();
    private final Map<String, Long> before;
    private final Screen screen;

    Check(CityPlan plan, Figures figures, Map<String, Long> before, Screen screen) {
        this.plan = plan;
        this.figures = figures;
        this.before = before;
        this.screen = screen;
        expected.putAll(before);
        Expectation.of(plan).forEach((name, value) -> expected.put(name, value + before.getOrDefault(name, 0L)));
    }

    /** Whether every figure is what it must be; prints those of the report, and what differs. */
    boolean compare() {
        Map<String, Long> found = arrived();
        report(found);
        List<String> different = expected.keySet().stream()
                .filter(name -> !expected.get(name).equals(found.get(name)))
                .toList();
        different.forEach(name -> screen.line(
                "  differs: " + name + " is " + found.get(name) + " instead of " + expected.get(name) + "."));
        long uncovered = figures.uncovered();
        screen.line("  %,d figures compared, %d differ; communities without a station: %d."
                .formatted(expected.size(), different.size(), uncovered));
        return different.isEmpty()
                && uncovered == 0
                && figures.residents() == plan.figures().residents();
    }

    /** The figures once they are as expected, or once they stand still. */
    private Map<String, Long> arrived() {
        long planned = plan.figures().minutes() / 60;
        long earlier = before.getOrDefault("city: minutes of its people", 0L);
        Map<String, Long> found = figures.now();
        long moved = System.nanoTime();
        try (Pace pace = new Pace(screen, "hours arriving at registration", planned)) {
            while (!found.equals(expected) && System.nanoTime() - moved < STANDSTILL.toNanos()) {
                pace.at((found.get("city: minutes of its people") - earlier) / 60);
                Waiting.pause(LOOK);
                Map<String, Long> next = figures.now();
                if (!next.equals(found)) {
                    moved = System.nanoTime();
                }
                found = next;
            }
            pace.at(planned);
        }
        return found;
    }

    private void report(Map<String, Long> found) {
        CityFigures city = plan.figures();
        List<List<String>> rows = new ArrayList<>();
        rows.add(SeedCommand.heading());
        row(rows, "registered volunteers", "city: registered", found, 1);
        row(rows, "with hours", "city: with hours", found, 1);
        row(rows, "hours", "city: minutes served", found, 60);
        row(rows, "service records", "city: records", found, 1);
        row(rows, "stations", "city: stations", found, 1);
        screen.table(rows);
        double registered = found.get("city: registered");
        screen.line("  %.2f %% of %,d residents are registered; %.2f %% of those registered have hours."
                .formatted(
                        100 * registered / city.residents(),
                        city.residents(),
                        100 * found.get("city: with hours") / registered));
    }

    private void row(List<List<String>> rows, String what, String name, Map<String, Long> found, long unit) {
        long earlier = before.getOrDefault(name, 0L);
        rows.add(List.of(
                what,
                "%,d".formatted((expected.get(name) - earlier) / unit),
                "%,d".formatted(earlier / unit),
                "%,d".formatted(found.get(name) / unit)));
    }
}
