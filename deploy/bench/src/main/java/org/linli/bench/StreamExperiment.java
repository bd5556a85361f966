package org.linli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.Ids;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Fact;

/** Rows 4, 7 and 8: from Kafka through the running points service and out again, beside Y4. */
final class StreamExperiment implements Experiment {
    private static final String OUT = "linli.bench";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A paused service must be back before its session with Kafka ends (10 s). */
    private static final double LONGEST_PAUSE_SECONDS = 5;

    private final City city;
    private final Effort effort;
    private final Notebook notebook;
    private final Topic activity;
    private final Topic registration;
    private People people;
    private int told;
    private double through = 1_000;

    StreamExperiment(City city, Effort effort, Notebook notebook) {
        this.city = city;
        this.effort = effort;
        this.notebook = notebook;
        this.activity = new Topic(city, "activity");
        this.registration = new Topic(city, "registration");
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(4, 7, 8);
    }

    @Override
    public void prepare() throws Exception {
        people = People.arrive(city, registration);
        city.log().ensureTopic(OUT);
        // the first events would also pay for the compiler of a service that just started
        through = throughTheService(2_000);
        relayed(2_000);
    }

    @Override
    public void repeat() throws Exception {
        through = notebook.note(
                "through", throughTheService((int) Math.min(effort.backlog(), through * LONGEST_PAUSE_SECONDS)));
        drained();
        notebook.begin();
        notebook.note("Y4", kafkasOwn(effort.backlog() * 6));
        notebook.note("relay", relayed(effort.backlog() * 6));
        drained();
        notebook.begin();
        double together = throughTheCity((int) (through * 2));
        notebook.note("together", together);
        drained();
        notebook.begin();
        notebook.note("delay.p99", delay(together / 2));
        drained();
    }

    /** Postings a second while points works off a backlog; notification stands still meanwhile. */
    private double throughTheService(int events) throws Exception {
        long before = city.number("points", "select count(*) from source_event where outcome = 'POSTED'");
        long begun;
        try (Paused notification = new Paused(city.process("notification"))) {
            try (Paused points = new Paused(city.process("points"))) {
                for (int number = 0; number < events; number++) {
                    tellOfHours();
                }
                activity.flush();
                notebook.begin();
                begun = System.nanoTime();
            }
            city.log().awaitConsumed("points", "linli.activity", PATIENCE);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long posted = city.number("points", "select count(*) from source_event where outcome = 'POSTED'") - before;
        if (posted != events) {
            throw new IllegalStateException(events + " confirmed records led to " + posted + " postings");
        }
        return events / seconds;
    }

    /** Confirmed records a second while points and notification work them off together. */
    private double throughTheCity(int events) throws Exception {
        long begun = System.nanoTime();
        for (int number = 0; number < events; number++) {
            tellOfHours();
        }
        activity.flush();
        city.log().awaitConsumed("points", "linli.activity", PATIENCE);
        drained();
        return events * 1e9 / (System.nanoTime() - begun);
    }

    /** A confirmed hour of the next volunteer; another day in each round, so that no cap of a day is reached. */
    private UUID tellOfHours() {
        int number = told++;
        ServiceRecordState hours = new ServiceRecordState(
                Ids.next(),
                people.id(number),
                UUID.randomUUID(),
                null,
                null,
                People.COMMUNITY.value(),
                ServiceCategory.MEALS,
                Provenance.SCANNED,
                RecordStatus.CONFIRMED,
                60,
                LocalDate.now().minusDays(number / People.COUNT % 1_000),
                null,
                null,
                true,
                null,
                null);
        return activity.publish(Fact.of(hours.recordId(), 2, People.COMMUNITY, new ServiceRecordConfirmed(hours)));
    }

    /** Lets everybody come to rest. */
    private void drained() throws Exception {
        awaitEmptyOutbox("points");
        city.log().awaitConsumed("notification", "linli.activity", PATIENCE);
        city.log().awaitConsumed("notification", "linli.points", PATIENCE);
        awaitEmptyOutbox("notification");
    }

    private void awaitEmptyOutbox(String database) throws SQLException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = city.connect(database);
                PreparedStatement left = connection.prepareStatement("select exists (select from outbox)")) {
            while (true) {
                try (var result = left.executeQuery()) {
                    result.next();
                    if (!result.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the outbox of " + database + " is not empty after a minute");
                }
                Pace.waitUntil(System.nanoTime() + Duration.ofMillis(10).toNanos());
            }
        }
    }

    /** Messages a second that the relay of the running service carries from its outbox to Kafka. */
    private double relayed(int messages) throws Exception {
        awaitEmptyOutbox("points");
        Fact pattern = pattern();
        String headers = EventCodec.json()
                .writeValueAsString(EventCodec.headers(pattern, "points", Ids.next(), Instant.now(), null));
        try (Connection connection = city.connect("points");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into outbox (topic, key, headers, data) select ?, md5((n % 1000)::text),"
                                + " cast(? as jsonb), ? from generate_series(1, ?) n")) {
            insert.setString(1, OUT);
            insert.setString(2, headers);
            insert.setBytes(3, EventCodec.data(pattern.event()));
            insert.setInt(4, messages);
            insert.executeUpdate();
        }
        notebook.begin();
        long begun = System.nanoTime();
        awaitEmptyOutbox("points");
        return messages * 1e9 / (System.nanoTime() - begun);
    }

    private Fact pattern() {
        return Arrivals.credited(people.id(0), 1, UUID.randomUUID());
    }

    /** Messages a second of Kafka's own measuring producer; a message as long as data and headers of ours. */
    private double kafkasOwn(int messages) throws IOException {
        Fact pattern = pattern();
        int length = EventCodec.data(pattern.event()).length;
        for (Map.Entry<String, String> header : EventCodec.headers(pattern, "points", Ids.next(), Instant.now(), null)
                .entrySet()) {
            length += (header.getKey() + header.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        String said = Programs.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        OUT,
                        "--num-records",
                        Integer.toString(messages),
                        "--record-size",
                        Integer.toString(length),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + city.kafka(),
                        "acks=all"),
                Map.of(),
                PATIENCE);
        return ProducerReport.rate(said);
    }

    /** 99th percentile from the moment the ledger writes an event to the moment a consumer has it, in milliseconds. */
    private double delay(double perSecond) throws Exception {
        try (Arrivals arrivals = new Arrivals(city.kafka(), "linli.points")) {
            long before = told;
            Pace.steady(perSecond, effort.latency(), (number, due) -> {
                tellOfHours();
                return CompletableFuture.completedFuture(null);
            });
            Histogram micros = arrivals.await(told - before, PATIENCE);
            return Pace.milliseconds(micros, 99);
        }
    }

    @Override
    public void close() throws Exception {
        activity.close();
        registration.close();
        city.log().deleteTopic(OUT);
    }
}
