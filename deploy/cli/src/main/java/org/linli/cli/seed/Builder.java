package org.linli.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import org.linli.cli.seed.Batches.Batch;

/** Carries a plan out through the public API; whatever was done before, in this start or another, is left alone. */
final class Builder {
    private static final String SOURCE = "kunming-plan";
    private static final int BATCH = 1000;
    /** The writing of people is one at a time; more than two calls wait only. */
    private static final int PEOPLE_AT_ONCE = 2;

    private static final List<String> MENU =
            List.of("MEALS", "CLEANING", "MEDICAL_ESCORT", "REPAIRS", "COMPANIONSHIP", "OTHER");

    private final CityPlan plan;
    private final Sources sources;
    private final GatewayClient operator;
    private final SeedState state;
    private final Screen screen;
    private final int atOnce;

    Builder(CityPlan plan, Sources sources, GatewayClient operator, SeedState state, Screen screen, int atOnce) {
        this.plan = plan;
        this.sources = sources;
        this.operator = operator;
        this.state = state;
        this.screen = screen;
        this.atOnce = atOnce;
    }

    void build() {
        population();
        places("stations", CityFigures.STATIONS, new Places(plan, sources).stations(MENU));
        places("teams", plan.teams(), new Places(plan, sources).teams(MENU));
        activities(new Programme(plan, new Places(plan, sources), state.begun()));
        try (PeopleFile people = state.people()) {
            people(people);
            records(
                    "hours",
                    plan.figures().withHours(),
                    people,
                    place -> plan.hours().broughtForward(place, plan.shares().get(place)));
            records(
                    "records",
                    plan.figures().records() - plan.figures().withHours(),
                    people,
                    place -> plan.hours().ofTheYear(plan.shares().get(place)));
        }
    }

    private void population() {
        Map<String, Object> body = Map.of("residents", plan.figures().residents());
        Postman.untilAnswered(() -> operator.put("/api/v1/divisions/" + Figures.CITY + "/population", body))
                .expectSuccess();
    }

    /** Stations or teams, one call each; one that is there already under its name is taken for done. */
    private void places(String collection, long count, Iterator<Map<String, Object>> bodies) {
        Iterator<Batch<Map<String, Object>>> single = new Batches<>(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return bodies.hasNext();
                    }

                    @Override
                    public List<Map<String, Object>> next() {
                        return List.of(bodies.next());
                    }
                },
                1);
        stage(collection, count, single, atOnce, batch -> {
            Map<String, Object> body = batch.items().getFirst();
            String key = key(collection + " " + body.get("division") + " " + body.get("name"));
            Answer answer = Postman.untilAnswered(() -> operator.post("/api/v1/" + collection, body, key));
            if (!answer.code().endsWith("-name-taken")) {
                answer.expectSuccess();
            }
        });
    }

    /** Drafted, published and scheduled, each call under a key of its own, so that sending it again changes nothing. */
    private void activities(Programme programme) {
        Iterator<Programme.Planned> all = programme.all();
        Iterator<List<Programme.Planned>> lists = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public List<Programme.Planned> next() {
                return List.of(all.next());
            }
        };
        stage("activities", programme.size(), new Batches<>(lists, 1), atOnce, batch -> {
            Programme.Planned planned = batch.items().getFirst();
            String id =
                    once("/api/v1/activities", planned.draft(), planned.name()).text("id");
            String activity = "/api/v1/activities/" + id;
            once(activity + "/publication", null, planned.name() + " published");
            for (int number = 0; number < planned.sessions().size(); number++) {
                once(activity + "/sessions", planned.sessions().get(number), planned.name() + " session " + number);
            }
        });
    }

    private Answer once(String path, Map<String, Object> body, String name) {
        return Postman.untilAnswered(() -> operator.post(path, body, key(name))).expectSuccess();
    }

    private static String key(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void people(PeopleFile file) {
        Iterator<List<PlannedPerson>> lists = plan.shares().stream()
                .map(share -> LongStream.range(share.firstPerson(), share.firstPerson() + share.people())
                        .mapToObj(number -> new PlannedPerson(
                                number, share.community().code(), plan.terms().year()))
                        .toList())
                .iterator();
        stage("people", plan.figures().registered(), new Batches<>(lists, BATCH), PEOPLE_AT_ONCE, batch -> {
            List<Map<String, Object>> rows =
                    batch.items().stream().map(PlannedPerson::row).toList();
            JsonNode outcomes = send("volunteer-imports", "people", rows);
            for (int row = 0; row < rows.size(); row++) {
                file.put(
                        batch.items().get(row).number(),
                        UUID.fromString(outcomes.get(row).path("volunteerId").asText()));
            }
        });
    }

    private void records(
            String stage, long count, PeopleFile people, java.util.function.IntFunction<List<PlannedRecord>> of) {
        Iterator<List<PlannedRecord>> lists =
                IntStream.range(0, plan.shares().size()).mapToObj(of).iterator();
        stage(stage, count, new Batches<>(lists, BATCH), atOnce, batch -> {
            List<Map<String, Object>> rows = new ArrayList<>(batch.items().size());
            for (PlannedRecord record : batch.items()) {
                rows.add(row(record, people.get(record.person())));
            }
            send("service-record-imports", "records", rows);
        });
    }

    private static Map<String, Object> row(PlannedRecord record, UUID person) {
        Map<String, Object> row = new HashMap<>();
        row.put("reference", record.reference());
        row.put("volunteerId", person);
        row.put("division", record.division());
        row.put("minutes", record.minutes());
        row.put("servedOn", record.servedOn().toString());
        if (record.category() != null) {
            row.put("category", record.category());
        }
        return row;
    }

    /** Sends a batch, which may have been there before, and answers its outcomes; a refused row ends everything. */
    private JsonNode send(String collection, String field, List<Map<String, Object>> rows) {
        Map<String, Object> body = Map.of("source", SOURCE, field, rows);
        JsonNode answer = Postman.untilAnswered(() -> operator.postAgain("/api/v1/" + collection, body))
                .expectSuccess()
                .body();
        for (JsonNode outcome : answer.path("outcomes")) {
            if ("REFUSED".equals(outcome.path("outcome").asText())) {
                throw new Refusal("Row " + outcome.path("reference").asText() + " of " + collection + " was refused ("
                        + outcome.path("code").asText() + " "
                        + outcome.path("field").asText() + ").");
            }
        }
        return answer.path("outcomes");
    }

    private <T> void stage(
            String name,
            long count,
            Iterator<Batch<T>> batches,
            int hands,
            java.util.function.Consumer<Batch<T>> work) {
        try (Marks marks = state.marks(name);
                Pace pace = new Pace(screen, name, count)) {
            Postman.deliver(batches, hands, batch -> {
                if (marks.isDone(batch.number())) {
                    pace.before(batch.items().size());
                } else {
                    work.accept(batch);
                    marks.done(batch.number());
                    pace.more(batch.items().size());
                }
            });
        }
    }
}
