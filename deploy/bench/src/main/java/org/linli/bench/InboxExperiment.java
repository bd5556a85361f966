package org.linli.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Row 11: events become rows of inboxes (beside Y3), and rows arrive on 500 open streams. */
final class InboxExperiment implements Experiment {
    private static final int STREAMS = 500;
    private static final int CALLERS = 4;
    private static final double PER_SECOND = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ARRIVED = Pattern.compile("\"happenedAt\":\"([^\"]+)\"");

    /** People are told of more than points, above all when they arrive: only what the events led to counts. */
    private static final String CREDITED = "select count(*) from inbox where kind = 'points-credited'";

    private final City city;
    private final Effort effort;
    private final Notebook notebook;
    private final Topic points;
    private final Topic registration;
    private final List<Stream<String>> streams = new ArrayList<>();
    private final AtomicLong arrived = new AtomicLong();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private volatile Histogram delays = new ConcurrentHistogram(PATIENCE.toNanos() / 1000, 3);
    private People people;
    private BulkInbox bulk;
    private long sequence;

    InboxExperiment(City city, Effort effort, Notebook notebook) {
        this.city = city;
        this.effort = effort;
        this.notebook = notebook;
        this.points = new Topic(city, "points");
        this.registration = new Topic(city, "registration");
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(11);
    }

    @Override
    public void prepare() throws Exception {
        people = People.arrive(city, registration);
        bulk = new BulkInbox(city);
        fanOut(1_000);
        openStreams();
    }

    @Override
    public void repeat() throws Exception {
        notebook.begin();
        notebook.note("Y3.inbox", bulk.rate(CALLERS, effort.throughput()));
        notebook.note("fanout", fanOut(effort.backlog() / 2));
        notebook.begin();
        notebook.note("stream.p99", onStreams());
    }

    /** Rows a second that the running service makes of a backlog of events. */
    private double fanOut(int events) throws Exception {
        long before = city.number("notification", CREDITED);
        long begun;
        try (Paused notification = new Paused(city.process("notification"))) {
            for (int number = 0; number < events; number++) {
                // those who listen on streams are left out
                credit(STREAMS + number % (People.COUNT - STREAMS));
            }
            points.flush();
            notebook.begin();
            begun = System.nanoTime();
        }
        city.log().awaitConsumed("notification", "linli.points", PATIENCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long rows = city.number("notification", CREDITED) - before;
        if (rows != events) {
            throw new IllegalStateException(events + " events led to " + rows + " messages");
        }
        return rows / seconds;
    }

    private void credit(int person) {
        points.publish(Arrivals.credited(people.id(person), ++sequence, UUID.randomUUID()));
    }

    private void openStreams() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            List<Future<Stream<String>>> opening = IntStream.range(0, STREAMS)
                    .mapToObj(number -> many.submit(() -> open(number)))
                    .toList();
            for (Future<Stream<String>> one : opening) {
                Stream<String> stream = one.get();
                streams.add(stream);
                Thread.ofVirtual().start(() -> follow(stream));
            }
        }
    }

    private Stream<String> open(int person) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = client.send(
                new Api(city.gateway(), people.token(person))
                        .request("/api/v1/inbox/stream")
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("a live inbox was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private void follow(Stream<String> stream) {
        try {
            stream.forEach(this::line);
        } catch (RuntimeException closed) {
            // closed by us at the end; a stream that ends before is noticed by what does not arrive
            return;
        }
    }

    private void line(String line) {
        Matcher message = ARRIVED.matcher(line);
        if (message.find()) {
            long micros = ChronoUnit.MICROS.between(Instant.parse(message.group(1)), Instant.now());
            delays.recordValue(Math.clamp(micros, 0, PATIENCE.toNanos() / 1000));
            arrived.incrementAndGet();
        }
    }

    /** 99th percentile from an event to its line on the stream, in milliseconds. */
    private double onStreams() throws TimeoutException {
        arrived.set(0);
        delays = new ConcurrentHistogram(PATIENCE.toNanos() / 1000, 3);
        AtomicLong sent = new AtomicLong();
        Pace.steady(PER_SECOND, effort.latency(), (number, due) -> {
            credit(number % STREAMS);
            sent.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        });
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (arrived.get() < sent.get()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("of " + sent.get() + " messages " + arrived.get() + " arrived on streams");
            }
            Pace.waitUntil(System.nanoTime() + Duration.ofMillis(20).toNanos());
        }
        return Pace.milliseconds(delays, 99);
    }

    @Override
    public void close() throws Exception {
        streams.forEach(Stream::close);
        client.shutdownNow();
        points.close();
        registration.close();
        if (bulk != null) {
            bulk.close();
        }
    }
}
