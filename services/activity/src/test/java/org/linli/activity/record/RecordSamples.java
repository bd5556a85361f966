package org.linli.activity.record;

import static org.linli.activity.Neighbourhood.post;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.activity.Visits;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Calls of the feature record that succeed, each on a record of its own. */
public final class RecordSamples {
    private static final String RECORDS = "/api/v1/service-records";
    private static final Map<String, Object> BECAUSE = Map.of("reason", "时间不对");

    private final Visits visits;
    private final Person leader;
    private final Person member;
    private final UUID team;
    private final AtomicInteger hours = new AtomicInteger();

    public RecordSamples(Surroundings surroundings, LinliClock clock) {
        Neighbourhood here = new Neighbourhood(surroundings);
        this.visits = new Visits(here, clock);
        this.leader = here.volunteer();
        this.member = here.volunteer();
        this.team = here.team(List.of(leader, member));
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        Person station = visits.station();
        for (String list : List.of("", "/overdue")) {
            samples.put(
                    "GET /api/v1/service-records" + list,
                    () -> Sample.of(RECORDS + list + "?status=PROPOSED", station.token()));
        }
        samples.put(
                "GET /api/v1/service-records/summary",
                () -> Sample.of(RECORDS + "/summary?volunteerId=" + member.id(), station.token()));
        samples.put("GET /api/v1/service-records/{id}", () -> Sample.of(RECORDS + "/" + approved(), leader.token()));
        samples.put(
                "GET /api/v1/service-records/{id}/history", () -> Sample.of(at(approved(), "history"), leader.token()));
        samples.put("POST /api/v1/service-records", () -> Sample.of(RECORDS, manual(), leader.token()));
        add(samples, "approval", this::entered, null, station);
        add(samples, "confirmation", this::approved, null, leader);
        add(samples, "refusal", this::approved, BECAUSE, leader);
        add(samples, "objection", this::confirmed, BECAUSE, member);
        add(
                samples,
                "objection-decision",
                this::objected,
                Map.of("decision", "CORRECTED", "minutes", 30, "reason", "查看了签到表"),
                leader);
        add(
                samples,
                "correction",
                this::confirmed,
                Map.of("minutes", 45, "reason", "中途休息", "evidence", "签到表第7页"),
                leader);
        return samples;
    }

    private static void add(
            Map<String, Supplier<Sample>> samples, String move, Supplier<String> record, Object body, Person by) {
        samples.put(
                "POST /api/v1/service-records/{id}/" + move, () -> Sample.of(at(record.get(), move), body, by.token()));
    }

    private static String at(String record, String part) {
        return RECORDS + "/" + record + "/" + part;
    }

    private Map<String, Object> manual() {
        // eight hours a day, at different times, all within the days in which hours may be entered
        int number = hours.getAndIncrement();
        Instant from = visits.noon(2 + number / 8).plusSeconds(3600L * (number % 8));
        return visits.manual(member, team, from, Duration.ofHours(1));
    }

    private String entered() {
        return post(201, leader, RECORDS, manual()).path("id");
    }

    private String approved() {
        String record = entered();
        post(200, visits.station(), at(record, "approval"), null);
        return record;
    }

    private String confirmed() {
        String record = approved();
        post(200, leader, at(record, "confirmation"), null);
        return record;
    }

    private String objected() {
        String record = confirmed();
        post(200, member, at(record, "objection"), BECAUSE);
        return record;
    }
}
