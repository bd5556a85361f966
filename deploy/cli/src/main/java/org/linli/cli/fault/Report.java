package org.linli.cli.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.cli.Screen;

/** What a run came to, as a table. */
final class Report {
    private final Screen screen;
    private final Tally tally;
    private final Neighbourhood neighbourhood;
    private final Instant begun;

    Report(Screen screen, Tally tally, Neighbourhood neighbourhood, Instant begun) {
        this.screen = screen;
        this.tally = tally;
        this.neighbourhood = neighbourhood;
        this.begun = begun;
    }

    /** Seconds since the load began. */
    long seconds() {
        return Duration.between(begun, Instant.now()).toSeconds();
    }

    void print(List<Strike> strikes, List<String> findings) {
        screen.line("");
        screen.table(faults(strikes));
        screen.line("");
        screen.table(load());
        screen.line("");
        int kills = strikes.stream()
                .filter(strike -> strike.trouble().isEmpty())
                .mapToInt(strike -> strike.fault().kills())
                .sum();
        if (findings.isEmpty()) {
            screen.line(kills + " kills and "
                    + strikes.stream().filter(one -> one.fault().kills() == 0).count()
                    + " network faults survived: every acknowledged act is there exactly once, nothing else is, and"
                    + " nothing needed a hand.");
        } else {
            screen.line(findings.size() + " findings:");
            findings.forEach(finding -> screen.line("  ! " + finding));
        }
    }

    private static List<List<String>> faults(List<Strike> strikes) {
        Map<String, List<Strike>> byKind = strikes.stream()
                .collect(Collectors.groupingBy(
                        strike ->
                                strike.fault().target() + "\t" + strike.fault().kind(),
                        TreeMap::new,
                        Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("TARGET", "FAULT", "TIMES", "HEALTHY AFTER: MEDIAN s", "LONGEST s"));
        byKind.forEach((name, all) -> rows.add(row(name.split("\t")[0], name.split("\t")[1], all)));
        rows.add(row(
                "all",
                "kills",
                strikes.stream().filter(one -> one.fault().kills() > 0).toList()));
        rows.add(row(
                "all",
                "network faults",
                strikes.stream().filter(one -> one.fault().kills() == 0).toList()));
        return rows;
    }

    private static List<String> row(String target, String kind, List<Strike> strikes) {
        List<Duration> recovered = strikes.stream()
                .filter(strike -> strike.recovered() != null)
                .map(Strike::recovered)
                .sorted()
                .toList();
        int times = strikes.stream()
                .mapToInt(strike -> Math.max(1, strike.fault().kills()))
                .sum();
        return List.of(
                target,
                kind,
                Integer.toString(times),
                recovered.isEmpty() ? "-" : seconds(recovered.get(recovered.size() / 2)),
                recovered.isEmpty() ? "-" : seconds(recovered.getLast()));
    }

    private List<List<String>> load() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LOAD", ""));
        rows.add(List.of("acts acknowledged (POST)", Long.toString(tally.acts())));
        rows.add(List.of(
                "  of them orders", Integer.toString(neighbourhood.orders().size())));
        rows.add(List.of(
                "  of them sign-ups for sessions",
                neighbourhood.signUps().size() + " for " + neighbourhood.sessions()));
        neighbourhood.signUps().stream()
                .collect(Collectors.groupingBy(SignUp::outcome, TreeMap::new, Collectors.counting()))
                .forEach((outcome, count) -> rows.add(List.of("    " + in(outcome), Long.toString(count))));
        rows.add(List.of(
                "  of them redemptions",
                Integer.toString(neighbourhood.redemptions().size())));
        neighbourhood.redemptions().stream()
                .collect(Collectors.groupingBy(one -> one.end.name(), TreeMap::new, Collectors.counting()))
                .forEach((end, count) -> rows.add(List.of("    " + in(end), Long.toString(count))));
        rows.add(List.of("  of them confirmed hours", Long.toString(confirmed())));
        rows.add(List.of("  told by the first answer kept", Long.toString(tally.replays())));
        rows.add(List.of(
                "people who joined",
                Integer.toString(neighbourhood.volunteers().size()
                        + neighbourhood.residents().size())));
        tally.retries().forEach((why, count) -> rows.add(List.of("calls repeated: " + why, Long.toString(count))));
        rows.add(List.of("longest time without a success", seconds(tally.longestGap()) + " s"));
        return rows;
    }

    private static String in(String words) {
        return words.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private long confirmed() {
        return neighbourhood.orders().stream()
                        .filter(order -> order.did(Order.Step.CONFIRMED))
                        .count()
                + neighbourhood.signUps().stream()
                        .filter(signUp -> signUp.did(SignUp.Step.RECORD_CONFIRMED))
                        .count();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
