package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * Row 17: points are set aside and handed over at the running service, past the gateway; first everybody buys at a
 * shop of their own, then many buy the same. The yardstick sends the statements of both calls to the same tables.
 */
final class RedemptionExperiment implements Experiment {
    private static final int VOLUNTEERS = 256;
    /** The first ones stay as they are, for those the script draws; the next ones have something set aside. */
    private static final int DRAWN = 64;

    private static final int FIRST_SEEN = 2 * DRAWN;
    private static final int FIRST_BUYER = FIRST_SEEN + 32;
    private static final int CALLERS = 16;
    private static final int CROWD = 64;
    private static final int POINTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_PGBENCH =
            "pgbench is not on this machine (Debian: postgresql-contrib, or --install)";

    private final City city;
    private final Programs programs;
    private final Effort effort;
    private final Notebook notebook;
    private final Path directory;
    private final Topic registration;
    private final Topic activity;
    private final List<Api> volunteers = new ArrayList<>();
    private final AtomicInteger bought = new AtomicInteger();
    private People people;
    private Shops shops;
    private Api keeper;
    private Pgbench pgbench;
    private Path script;

    RedemptionExperiment(City city, Programs programs, Effort effort, Notebook notebook, Path directory) {
        this.city = city;
        this.programs = programs;
        this.effort = effort;
        this.notebook = notebook;
        this.directory = directory;
        this.registration = new Topic(city, "registration");
        this.activity = new Topic(city, "activity");
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(17);
    }

    @Override
    public void prepare() throws Exception {
        people = People.arrive(city, registration, VOLUNTEERS);
        shops = Shops.open(city, VOLUNTEERS, registration);
        keeper = new Api(city.service(POINTS), shops.keeperToken());
        for (int number = 0; number < VOLUNTEERS; number++) {
            volunteers.add(new Api(city.service(POINTS), people.token(number)));
            activity.publish(Shops.workday(people.id(number)));
        }
        activity.flush();
        city.log().awaitConsumed("points", "linli.registration", PATIENCE);
        city.log().awaitConsumed("points", "linli.activity", PATIENCE);
        Pace.all(CALLERS, effort.crowd(), number -> next());
        Optional<Path> program = programs.find("pgbench", "postgresql-contrib");
        if (program.isEmpty()) {
            notebook.missing("Y2.redemption", NO_PGBENCH);
        } else {
            pgbench = new Pgbench(program.get(), city);
            script = script();
        }
    }

    @Override
    public void repeat() throws Exception {
        city.execute("points", "vacuum analyze");
        notebook.begin();
        notebook.note("redemptions", Pace.flatOut(CALLERS, effort.throughput(), caller -> next()));
        if (pgbench != null) {
            city.execute("points", "vacuum analyze");
            notebook.begin();
            notebook.note("Y2.redemption", pgbench.script(script, CALLERS, "points", effort.throughput(), Map.of()));
        }
        Shops.Shop popular = shops.get(FIRST_BUYER);
        notebook.begin();
        Histogram micros = Pace.each(CROWD, effort.crowd(), number -> redeem(buyer(number), popular));
        notebook.note("redemptions.p50", Pace.milliseconds(micros, 50));
        notebook.note("redemptions.p99", Pace.milliseconds(micros, 99));
    }

    private static int buyer(int number) {
        return FIRST_BUYER + number % (VOLUNTEERS - FIRST_BUYER);
    }

    private CompletableFuture<?> next() {
        int number = buyer(bought.getAndIncrement());
        return redeem(number, shops.get(number));
    }

    private CompletableFuture<JsonNode> redeem(int number, Shops.Shop shop) {
        return hold(number, shop).thenCompose(held -> fulfil(shop, held));
    }

    private CompletableFuture<JsonNode> hold(int number, Shops.Shop shop) {
        return volunteers.get(number).post("/api/v1/redemptions", Map.of("offerId", shop.offer()));
    }

    private CompletableFuture<JsonNode> fulfil(Shops.Shop shop, JsonNode held) {
        return keeper.post(
                "/api/v1/merchants/" + shop.id() + "/fulfilment",
                Map.of("code", held.path("link").asText()));
    }

    /** What the service sent for one volunteer, for whoever of the others is drawn. */
    private Path script() throws Exception {
        AtomicInteger fresh = new AtomicInteger(FIRST_SEEN);
        for (int number = DRAWN; number < 2 * DRAWN; number++) {
            hold(number, shops.get(number)).join();
        }
        SentSql sql = new SentSql(city);
        List<SentSql.Statement> held = sql.of(
                "into redemption ",
                () -> redeem(fresh.get(), shops.get(fresh.getAndIncrement())).join());
        int holder = fresh.get() - 1;
        List<SentSql.Statement> fulfilled = sql.of(
                "update redemption set status",
                () -> redeem(fresh.get(), shops.get(fresh.getAndIncrement())).join());
        int fetcher = fresh.get() - 1;
        city.execute("points", Replay.TABLES);
        Pairs pairs = Pairs.in(city, people, shops);
        for (int number = 0; number < fresh.get(); number++) {
            pairs.add(number);
        }
        try (Connection connection = city.connect("points")) {
            return write(pairs.draw("holder", 0, DRAWN - 1)
                    + pairs.replay("holder", holder, false).script(held, connection)
                    + pairs.draw("fetcher", DRAWN, 2 * DRAWN - 1)
                    + pairs.replay("fetcher", fetcher, true).script(fulfilled, connection));
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("redemption.sql"), text);
    }

    @Override
    public void close() throws SQLException {
        registration.close();
        activity.close();
        city.execute("points", "drop table if exists bench_pair, bench_flush");
    }
}
