package org.linli.activity.statistics;

import static org.linli.activity.Neighbourhood.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.activity.bulk.Imports;
import org.linli.contracts.DivisionCode;
import org.linli.kit.time.LinliClock;

/** Does at random what can happen to records and orders, and keeps its own count of what came of it. */
final class RandomCity {
    private final Imports imports;
    private final Visits visits;
    private final Random random;
    private final Person leader;
    private final List<Person> people;
    private final UUID team;
    private final List<DivisionCode> communities;
    private final Map<String, Counted> counted = new HashMap<>();
    private final List<List<Map<String, Object>>> batches = new ArrayList<>();
    private final Map<UUID, Integer> daysAgo = new HashMap<>();
    private final LinliClock clock;
    /** Days are counted back from here: the clock moves on, maybe past midnight. */
    private final Instant noonAtFirst;

    private int orders;

    /** A record that counts. */
    private record Counted(UUID volunteer, int minutes, boolean imported) {}

    RandomCity(Neighbourhood here, Imports imports, LinliClock clock, Random random) {
        this.imports = imports;
        this.visits = new Visits(here, clock);
        this.clock = clock;
        this.noonAtFirst = visits.noon(0);
        this.random = random;
        this.leader = here.volunteer();
        this.people = here.volunteers(6);
        List<Person> members = new ArrayList<>(people);
        members.addFirst(leader);
        this.team = here.team(members);
        this.communities = List.of(here.community(), here.community(6), here.acrossTheDistrict());
    }

    /** One act. */
    void act() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> bringIn();
            case 3 -> repeat();
            case 4, 5 -> confirm();
            case 6 -> correct();
            default -> order();
        }
    }

    long records() {
        return counted.values().stream().filter(one -> one.minutes() > 0).count();
    }

    long minutes() {
        return counted.values().stream().mapToLong(Counted::minutes).sum();
    }

    long volunteers() {
        return counted.values().stream()
                .filter(one -> one.minutes() > 0)
                .map(Counted::volunteer)
                .distinct()
                .count();
    }

    int orders() {
        return orders;
    }

    private Person anyone() {
        return people.get(random.nextInt(people.size()));
    }

    private void bringIn() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = random.nextInt(1, 6); row > 0; row--) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
            DivisionCode community = communities.get(random.nextInt(communities.size()));
            rows.add(imports.row(
                    UUID.randomUUID().toString(), anyone().id(), community, random.nextInt(1, 5000), day.toString()));
        }
        List<String> records = imports.send(rows).path("outcomes.recordId");
        for (int row = 0; row < rows.size(); row++) {
            UUID volunteer = (UUID) rows.get(row).get("volunteerId");
            counted.put(
                    records.get(row),
                    new Counted(volunteer, (Integer) rows.get(row).get("minutes"), true));
        }
        batches.add(rows);
    }

    private void repeat() {
        if (!batches.isEmpty()) {
            imports.send(batches.get(random.nextInt(batches.size())));
        }
    }

    private void confirm() {
        Person volunteer = anyone();
        int minutes = random.nextInt(1, 300);
        // a day of its own for each, none too long ago: gates, overlaps and lateness have tests of their own
        int ago = daysAgo.merge(volunteer.id(), 1, Integer::sum) + 1;
        if (ago > 9) {
            return;
        }
        String record = visits.approved(
                leader, volunteer, team, noonAtFirst.minus(Duration.ofDays(ago)), Duration.ofMinutes(minutes));
        if (random.nextInt(4) == 0) {
            post(200, leader, "/api/v1/service-records/" + record + "/refusal", Map.of("reason", "没有来"));
        } else {
            post(200, leader, "/api/v1/service-records/" + record + "/confirmation", null);
            counted.put(record, new Counted(volunteer.id(), minutes, false));
        }
    }

    /** Less than before, down to nothing. */
    private void correct() {
        List<String> confirmed = counted.entrySet().stream()
                .filter(entry -> !entry.getValue().imported())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!confirmed.isEmpty()) {
            String record = confirmed.get(random.nextInt(confirmed.size()));
            Counted before = counted.remove(record);
            int right = random.nextInt(before.minutes() + 1);
            String next = post(
                            201,
                            leader,
                            "/api/v1/service-records/" + record + "/correction",
                            Map.of("minutes", right, "reason", "看了签到表"))
                    .path("id");
            counted.put(next, new Counted(before.volunteer(), right, false));
        }
    }

    private void order() {
        Person volunteer = anyone();
        String order = "/api/v1/requests/" + visits.taken(volunteer);
        orders++;
        Map<String, String> because = Map.of("reason", "临时有事");
        switch (random.nextInt(5)) {
            case 0 -> post(200, volunteer, order + "/declination", because);
            case 1 -> post(200, visits.resident(), order + "/cancellation", because);
            case 2 -> post(200, volunteer, order + "/start", null);
            default -> serve(volunteer, order);
        }
        clock.advanceTo(clock.offset().plusSeconds(random.nextInt(600)));
    }

    private void serve(Person volunteer, String order) {
        post(200, volunteer, order + "/start", null);
        post(200, volunteer, order + "/completion", null);
        int stars = random.nextInt(1, 6);
        post(200, visits.resident(), order + "/reviews", Map.of("stars", stars));
        if (stars == 1) {
            post(200, visits.resident(), order + "/reopening", Map.of("reason", "没有修好"));
        }
    }
}
