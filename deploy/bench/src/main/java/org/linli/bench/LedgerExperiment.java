package org.linli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.linli.points.ledger.Earning;
import org.linli.points.ledger.Passbook;

/** Rows 1, 2, 3, 5 and 6: the ledger's own classes beside Y1, Y2, Y3 and Y6 on the same PostgreSQL. */
final class LedgerExperiment implements Experiment {
    private static final int CALLERS = 16;
    private static final int BATCH_CALLERS = 4;
    private static final int HOT_BATCH = 100;
    private static final int BIG_BATCH = 1_000;
    /** What a service takes from Kafka at once (max.poll.records). */
    private static final int SERVICE_BATCH = 500;

    /** Each of these stays as it is when what is there is posted again. */
    private static final List<String> STATE = List.of(
            "select count(*) from posting",
            "select count(*) from lot",
            "select count(*) from outbox",
            "select coalesce(sum(postings), 0) from account",
            "select coalesce(sum(abs(balance)), 0) from account",
            "select coalesce(sum(balance * balance), 0) from account",
            "select coalesce(sum(sequence), 0) from passbook");

    private static final String YARDSTICK = "bench_tpcb";
    private static final String NO_PGBENCH =
            "pgbench is not on this machine (Debian: postgresql-contrib, or --install)";

    private final City city;
    private final Programs programs;
    private final Effort effort;
    private final Notebook notebook;
    private final Path directory;
    private LedgerRig rig;
    private BulkInsert bulk;
    private Pgbench pgbench;
    private Path single;
    private Path batch;

    LedgerExperiment(City city, Programs programs, Effort effort, Notebook notebook, Path directory) {
        this.city = city;
        this.programs = programs;
        this.effort = effort;
        this.notebook = notebook;
        this.directory = directory;
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(1, 2, 3, 4, 5, 6, 7);
    }

    @Override
    public void prepare() throws Exception {
        rig = LedgerRig.fresh(city);
        rig.post(rig.people().getLast()).toCompletableFuture().join();
        String[] event = lastEvent();
        city.execute(LedgerRig.DATABASE, BulkInsert.TABLES);
        bulk = new BulkInsert(rig.pool(), event[0], event[1]);
        Optional<Path> program = programs.find("pgbench", "postgresql-contrib");
        if (program.isEmpty()) {
            notebook.missing("Y1", NO_PGBENCH);
            notebook.missing("Y2", NO_PGBENCH);
        } else {
            pgbench = new Pgbench(program.get(), city);
            city.freshDatabase(YARDSTICK);
            pgbench.initialise(YARDSTICK);
            LedgerScript.prepare(city);
            single = LedgerScript.write(directory, city, 1);
            batch = LedgerScript.write(directory, city, SERVICE_BATCH);
        }
        // what is measured first would otherwise also pay for the compiler
        Pace.flatOut(CALLERS, effort.throughput(), caller -> rig.post(anybody()));
        Pace.flatOut(BATCH_CALLERS, effort.throughput().dividedBy(2), caller -> rig.post(earnings(caller)));
    }

    @Override
    public void repeat() throws Exception {
        notebook.begin();
        notebook.note("Y6", SyncTime.medianMilliseconds(city.home(), 300));
        if (pgbench != null) {
            tidy(YARDSTICK);
            notebook.begin();
            notebook.note("Y1", pgbench.builtIn(YARDSTICK, effort.throughput()));
        }
        tidy(LedgerRig.DATABASE);
        notebook.begin();
        notebook.note("single", Pace.flatOut(CALLERS, effort.throughput(), caller -> rig.post(anybody())));
        latency();
        notebook.begin();
        notebook.note("hundred", HOT_BATCH * Pace.flatOut(CALLERS, effort.throughput(), this::hot));
        if (pgbench != null) {
            ownStatement();
        }
        tidy(LedgerRig.DATABASE);
        notebook.begin();
        notebook.note("Y3", bulk.rate(BATCH_CALLERS, effort.throughput()));
        bigBatchesAndTheSameAgain();
    }

    private void latency() throws SQLException {
        tidy(LedgerRig.DATABASE);
        notebook.begin();
        Histogram micros =
                Pace.steady(notebook.last("single") / 2, effort.latency(), (number, due) -> rig.post(anybody()));
        notebook.note("latency.p50", Pace.milliseconds(micros, 50));
        notebook.note("latency.p99", Pace.milliseconds(micros, 99));
    }

    private void ownStatement() throws Exception {
        notebook.begin();
        notebook.note("Y2", pgbench.script(single, CALLERS, LedgerRig.DATABASE, effort.throughput(), Map.of()));
        notebook.begin();
        notebook.note(
                "Y2.batch",
                SERVICE_BATCH
                        * pgbench.without(
                                LedgerScript.PREPARATION_LINES, batch, LedgerRig.DATABASE, effort.throughput()));
    }

    private void bigBatchesAndTheSameAgain() throws SQLException {
        tidy(LedgerRig.DATABASE);
        ConcurrentLinkedQueue<List<Earning>> posted = new ConcurrentLinkedQueue<>();
        notebook.begin();
        double batches = Pace.flatOut(BATCH_CALLERS, effort.throughput(), caller -> {
            List<Earning> earnings = earnings(caller);
            posted.add(earnings);
            return rig.post(earnings);
        });
        notebook.note("thousand", BIG_BATCH * batches);
        List<Long> before = state();
        List<List<Earning>> same = List.copyOf(posted);
        AtomicInteger next = new AtomicInteger();
        notebook.begin();
        long begun = System.nanoTime();
        Pace.all(BATCH_CALLERS, same.size(), number -> rig.post(same.get(next.getAndIncrement())));
        notebook.note("again", BIG_BATCH * (double) same.size() * 1e9 / (System.nanoTime() - begun));
        List<Long> after = state();
        notebook.note(
                "again.changes",
                IntStream.range(0, STATE.size())
                        .mapToLong(part -> Math.abs(after.get(part) - before.get(part)))
                        .sum());
    }

    /** Everything that a posting would change, in one number. */
    private List<Long> state() throws SQLException {
        List<Long> state = new ArrayList<>();
        for (String query : STATE) {
            state.add(city.number(LedgerRig.DATABASE, query));
        }
        return state;
    }

    private java.util.concurrent.CompletionStage<?> hot(int caller) {
        List<Passbook> own = rig.people().subList(caller * HOT_BATCH, (caller + 1) * HOT_BATCH);
        return rig.post(own.stream().map(rig::earning).toList());
    }

    private Passbook anybody() {
        return rig.people().get(ThreadLocalRandom.current().nextInt(LedgerRig.NEIGHBOURS, LedgerRig.PEOPLE));
    }

    /** Everybody of a quarter of the people at most once, so that batches side by side do not wait for each other. */
    private List<Earning> earnings(int caller) {
        int quarter = (LedgerRig.PEOPLE - LedgerRig.NEIGHBOURS) / BATCH_CALLERS;
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, quarter).boxed().toList());
        Collections.shuffle(numbers, ThreadLocalRandom.current());
        return numbers.subList(0, BIG_BATCH).stream()
                .map(number -> rig.people().get(LedgerRig.NEIGHBOURS + caller * quarter + number))
                .map(rig::earning)
                .toList();
    }

    /**
     * The outbox is emptied as the relay would. No checkpoint: after it each page that is touched first is written to
     * the log as a whole, which in measurements this short would be most of what is written.
     */
    private void tidy(String database) throws SQLException {
        if (database.equals(LedgerRig.DATABASE)) {
            city.execute(database, "truncate outbox, bench_outbox");
        }
        city.execute(database, "vacuum analyze");
    }

    private String[] lastEvent() throws SQLException {
        try (Connection connection = city.connect(LedgerRig.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet event =
                        statement.executeQuery("select headers::text, convert_from(data, 'UTF8') from outbox")) {
            event.next();
            return new String[] {event.getString(1), event.getString(2)};
        }
    }

    @Override
    public void close() throws SQLException {
        if (rig != null) {
            rig.close();
        }
        for (String database : List.of(LedgerRig.DATABASE, YARDSTICK)) {
            city.execute("postgres", "drop database if exists " + database + " with (force)");
        }
    }
}
