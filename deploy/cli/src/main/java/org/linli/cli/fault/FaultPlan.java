package org.linli.cli.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.linli.cli.LocalCity;
import org.linli.cli.embedded.KafkaPart;
import org.linli.cli.embedded.PostgresPart;

/**
 * Which fault comes when; the same for the same seed, number and length.
 *
 * @param faults in the order of their times
 */
record FaultPlan(List<Planned> faults) {
    /** Everything that can be killed. */
    static final List<String> TARGETS = Stream.concat(
                    LocalCity.APPLICATIONS.stream(), Stream.of(PostgresPart.NAME, KafkaPart.NAME))
            .toList();

    /** One in four deaths comes at a named moment. */
    private static final int NAMED_PART = 4;

    private static final int KILLS_A_REBALANCE = 25;
    private static final int FEWEST_FOR_A_REBALANCE = 10;
    private static final int KILLS_A_NETWORK_FAULT = 5;
    /** So many others come between two faults of the same target. */
    private static final int OTHERS_BETWEEN = 3;

    FaultPlan {
        faults = List.copyOf(faults);
    }

    /** A fault and when it comes, counted from the beginning. */
    record Planned(Duration at, Fault fault) {}

    static FaultPlan of(long seed, int kills, Duration length) {
        Random random = new Random(seed);
        List<Planned> all = new ArrayList<>();
        all.addAll(over(length, apart(kills(random, kills), random), random));
        all.addAll(over(length, apart(wires(random, kills / KILLS_A_NETWORK_FAULT), random), random));
        all.sort(Comparator.comparing(Planned::at));
        return new FaultPlan(all);
    }

    /** Deaths alone, of everything in turn. */
    static FaultPlan ofKills(long seed, int kills, Duration length) {
        Random random = new Random(seed);
        return new FaultPlan(over(length, apart(anywhere(random, kills, List.of()), random), random));
    }

    /** How many processes it ends. */
    int kills() {
        return faults.stream().mapToInt(planned -> planned.fault().kills()).sum();
    }

    private static List<Fault> kills(Random random, int kills) {
        List<Fault> faults = new ArrayList<>();
        int rebalances = kills < FEWEST_FOR_A_REBALANCE ? 0 : Math.max(1, kills / KILLS_A_REBALANCE);
        List<String> consumers = shuffled(List.of("points", "notification"), random);
        for (int number = 0; number < rebalances; number++) {
            faults.add(new Fault.KillWhileRebalancing(consumers.get(number % consumers.size())));
        }
        faults.addAll(named(random, kills / NAMED_PART));
        int rest = kills - faults.stream().mapToInt(Fault::kills).sum();
        faults.addAll(anywhere(random, rest, faults));
        return faults;
    }

    /** Every moment in turn; those that every service knows, each at another service than the last time. */
    private static List<Fault> named(Random random, int count) {
        List<Fault.Moment> moments = shuffled(List.of(Fault.Moment.values()), random);
        List<String> services = shuffled(LocalCity.SERVICES, random);
        List<Fault> faults = new ArrayList<>();
        int turns = 0;
        for (int number = 0; number < count; number++) {
            Fault.Moment moment = moments.get(number % moments.size());
            String service = moment.service();
            if (service.isEmpty()) {
                service = services.get((turns + turns / services.size()) % services.size());
                turns++;
            }
            faults.add(new Fault.KillAt(service, moment));
        }
        return faults;
    }

    /** At no particular moment: everything once, then always what is hit least often. */
    private static List<Fault> anywhere(Random random, int count, List<Fault> others) {
        List<String> targets = shuffled(TARGETS, random);
        Map<String, Integer> hits = new HashMap<>();
        others.forEach(fault -> hits.merge(fault.target(), fault.kills(), Integer::sum));
        List<Fault> faults = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String target = number < targets.size()
                    ? targets.get(number)
                    : Collections.min(targets, Comparator.comparing(one -> hits.getOrDefault(one, 0)));
            hits.merge(target, 1, Integer::sum);
            faults.add(new Fault.Kill(target));
        }
        return faults;
    }

    private static List<Fault> wires(Random random, int count) {
        List<Fault> faults = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Fault.Wire wire = Fault.Wire.values()[number % 2];
            faults.add(
                    switch (number / 2 % 3) {
                        case 0 -> new Fault.Cut(wire, milliseconds(random, 1000, 4000));
                        case 1 -> new Fault.HalfOpen(wire, milliseconds(random, 3000, 8000));
                        default ->
                            new Fault.Slow(wire, milliseconds(random, 50, 300), milliseconds(random, 5000, 10_000));
                    });
        }
        return faults;
    }

    private static Duration milliseconds(Random random, int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        List<T> copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** In random order, but no target again soon: it must have come back before. */
    private static List<Fault> apart(List<Fault> faults, Random random) {
        List<Fault> open = shuffled(faults, random);
        List<Fault> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> recent = ordered.subList(Math.max(0, ordered.size() - OTHERS_BETWEEN), ordered.size()).stream()
                    .map(Fault::target)
                    .toList();
            List<Fault> possible = open.stream()
                    .filter(fault -> !recent.contains(fault.target()))
                    .toList();
            Fault next = possible.stream()
                    .filter(fault -> isUrgent(fault.target(), open))
                    .findFirst()
                    .orElse(possible.isEmpty() ? open.getFirst() : possible.getFirst());
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** Whether so many faults of a target are left that there are just enough others to stand between them. */
    private static boolean isUrgent(String target, List<Fault> open) {
        long left = open.stream().filter(fault -> fault.target().equals(target)).count();
        return left * (OTHERS_BETWEEN + 1) >= open.size();
    }

    /** One in each equal share of the time, somewhere within its share. */
    private static List<Planned> over(Duration length, List<Fault> faults, Random random) {
        List<Planned> planned = new ArrayList<>();
        for (int number = 0; number < faults.size(); number++) {
            double share = (number + random.nextDouble()) / faults.size();
            planned.add(new Planned(Duration.ofMillis((long) (length.toMillis() * share)), faults.get(number)));
        }
        return planned;
    }
}
