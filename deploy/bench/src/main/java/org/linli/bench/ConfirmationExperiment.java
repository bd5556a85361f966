package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.linli.bench.Proposals.Proposal;

/**
 * Row 9: a leader confirms hours at the gateway; how long until the volunteer sees the points in the statement and can
 * read the message in the inbox, both at the gateway. It counts from the moment the confirmation was due. The load is
 * made by this program itself; looking happens every 25 ms and is part of the load.
 */
final class ConfirmationExperiment implements Experiment {
    private static final int VOLUNTEERS = 64;
    private static final int CALLERS = 8;
    private static final long LOOK_MILLISECONDS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Of so many confirmations one is followed: looking at all of them would be most of the load. */
    private static final int FOLLOWED = 8;

    private final City city;
    private final Effort effort;
    private final Notebook notebook;
    private final Topic registration;
    private final List<Api> volunteers = new ArrayList<>();
    private People people;
    private Proposals proposals;
    private Api leader;

    ConfirmationExperiment(City city, Effort effort, Notebook notebook) {
        this.city = city;
        this.effort = effort;
        this.notebook = notebook;
        this.registration = new Topic(city, "registration");
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(9);
    }

    @Override
    public void prepare() throws Exception {
        people = People.arrive(city, registration, VOLUNTEERS);
        for (int number = 0; number < VOLUNTEERS; number++) {
            volunteers.add(new Api(city.gateway(), people.token(number)));
        }
        leader = new Api(city.gateway(), People.token(city.issuer(), "demo-leader"));
        JsonNode teams = new Api(city.gateway(), People.token(city.issuer(), "demo-operator"))
                .get("/api/v1/teams?division=530103005005&limit=50")
                .join();
        proposals = new Proposals(
                city, UUID.fromString(teams.path("items").get(0).path("id").asText()));
        proposals.make(effort.crowd(), people, VOLUNTEERS);
        Pace.all(CALLERS, effort.crowd(), number -> confirm(proposals.next()));
    }

    @Override
    public void repeat() throws Exception {
        proposals.make(most(effort.throughput()), people, VOLUNTEERS);
        notebook.begin();
        double rate = notebook.note(
                "confirmations", Pace.flatOut(CALLERS, effort.throughput(), caller -> confirm(proposals.next())));
        city.log().awaitConsumed("points", "linli.activity", PATIENCE.multipliedBy(3));
        city.log().awaitConsumed("notification", "linli.points", PATIENCE.multipliedBy(3));
        proposals.make(most(effort.latency()), people, VOLUNTEERS);
        Histogram points = new ConcurrentHistogram(PATIENCE.toNanos() / 1000, 3);
        Histogram messages = new ConcurrentHistogram(PATIENCE.toNanos() / 1000, 3);
        notebook.begin();
        Pace.steady(rate / 2, effort.latency(), (number, due) -> {
            Proposal proposal = proposals.next();
            CompletableFuture<?> confirmed = confirm(proposal).toCompletableFuture();
            return number % FOLLOWED > 0
                    ? confirmed
                    : confirmed.thenCompose(done -> follow(proposal, due, points, messages));
        });
        notebook.note("points.p99", Pace.milliseconds(points, 99));
        notebook.note("inbox.p99", Pace.milliseconds(messages, 99));
        notebook.note("points.p50", Pace.milliseconds(points, 50));
        notebook.note("inbox.p50", Pace.milliseconds(messages, 50));
    }

    /** More than can be confirmed in that time. */
    private int most(Duration time) {
        double rate = notebook.has("confirmations") ? notebook.last("confirmations") * 2 : 1_000;
        return Math.max(0, (int) (rate * time.toMillis() / 1000) + 200 - proposals.left());
    }

    private CompletionStage<?> confirm(Proposal proposal) {
        return leader.post("/api/v1/service-records/" + proposal.id() + "/confirmation");
    }

    private CompletableFuture<?> follow(Proposal proposal, long due, Histogram points, Histogram messages) {
        Api volunteer = volunteers.get(proposal.person());
        String statement = "/api/v1/passbooks/" + people.id(proposal.person()) + "/statement?limit=20";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return CompletableFuture.allOf(
                until(volunteer, statement, "causeId", proposal.id(), deadline)
                        .thenAccept(seen -> points.recordValue((seen - due) / 1000)),
                until(volunteer, "/api/v1/inbox?limit=20", "subjectId", proposal.id(), deadline)
                        .thenAccept(seen -> messages.recordValue((seen - due) / 1000)));
    }

    /** Looks until the list names the record; answers when it did. */
    private static CompletableFuture<Long> until(Api who, String path, String field, UUID record, long deadline) {
        return who.get(path).thenCompose(list -> {
            if (list.path("items").findValuesAsText(field).contains(record.toString())) {
                return CompletableFuture.completedFuture(System.nanoTime());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the record " + record + " is not in " + path);
            }
            Executor later = CompletableFuture.delayedExecutor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> path, later)
                    .thenCompose(again -> until(who, again, field, record, deadline));
        });
    }

    @Override
    public void close() {
        registration.close();
    }
}
