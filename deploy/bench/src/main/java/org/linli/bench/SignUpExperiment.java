package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.linli.contracts.AccountId;
import org.linli.kit.Ids;

/**
 * Row 16: volunteers sign up at the running service, past the gateway; first each at a session of its own, then many at
 * one session of twenty places. The yardstick sends the statements of a sign-up to the same tables.
 */
final class SignUpExperiment implements Experiment {
    private static final int VOLUNTEERS = 256;
    private static final int CALLERS = 16;
    private static final int CROWD = 64;
    /** Places and waitlist of one session together: nobody is refused. */
    private static final int AT_ONE_SESSION = 100;

    private static final int MOST_PER_SECOND = 2_000;

    private static final int ACTIVITY = 2;
    private static final String NO_PGBENCH =
            "pgbench is not on this machine (Debian: postgresql-contrib, or --install)";

    private static final String PROGRAMME = """
            insert into activity (id, version, sequence, division, made_by, made_at, category_code, category, title,
              description, address, longitude, latitude, age_bands, skills, team_only, risky, status, published_at)
            values (?, 0, 1, '530103005005', gen_random_uuid(), now(), 'CLEANING', 'CLEANING', '清洁家园', '一起打扫。',
              '龙江路', 102.7, 25.1, '{}', '{}', false, false, 'PUBLISHED', now())
            """;
    // four a day, two hours each, from next month on: nobody who goes from one to the next has little time
    private static final String SESSION = """
            insert into activity_session (id, version, sequence, activity_id, apart, starts_at, ends_at, capacity,
              taken, status, provisional)
            select ?, 0, 1, ?, false, begins, begins + interval '2 hours', 20, 0, 'SCHEDULED', false
            from (select date_trunc('day', now()) + interval '30 days' + ? * interval '6 hours') as d (begins)
            """;

    private final City city;
    private final Programs programs;
    private final Effort effort;
    private final Notebook notebook;
    private final Path directory;
    private final Topic registration;
    private final UUID activity = Ids.next();
    private final List<Api> volunteers = new ArrayList<>();
    private final AtomicInteger signedUp = new AtomicInteger();
    /** Sessions by round: in each round everybody has one of their own, at the same time. */
    private final List<UUID> sessions = new ArrayList<>();

    private People people;
    private Pgbench pgbench;
    private Path script;

    SignUpExperiment(City city, Programs programs, Effort effort, Notebook notebook, Path directory) {
        this.city = city;
        this.programs = programs;
        this.effort = effort;
        this.notebook = notebook;
        this.directory = directory;
        this.registration = new Topic(city, "registration");
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(16);
    }

    @Override
    public void prepare() throws Exception {
        people = People.arrive(city, registration, VOLUNTEERS);
        for (int number = 0; number < VOLUNTEERS; number++) {
            volunteers.add(new Api(city.service(ACTIVITY), people.token(number)));
        }
        try (Connection connection = city.connect("activity");
                PreparedStatement insert = connection.prepareStatement(PROGRAMME)) {
            insert.setObject(1, activity);
            insert.executeUpdate();
        }
        prepared(effort.crowd());
        Pace.all(CALLERS, effort.crowd(), number -> next());
        Optional<Path> program = programs.find("pgbench", "postgresql-contrib");
        if (program.isEmpty()) {
            notebook.missing("Y2.sign-up", NO_PGBENCH);
        } else {
            pgbench = new Pgbench(program.get(), city);
            script = script();
        }
    }

    @Override
    public void repeat() throws Exception {
        prepared(most());
        city.execute("activity", "vacuum analyze");
        notebook.begin();
        notebook.note("sign-ups", Pace.flatOut(CALLERS, effort.throughput(), caller -> next()));
        if (pgbench != null) {
            city.execute("activity", "vacuum analyze");
            notebook.begin();
            notebook.note("Y2.sign-up", pgbench.script(script, CALLERS, "activity", effort.throughput(), Map.of()));
        }
        UUID crowded = session(sessions.size() / VOLUNTEERS);
        notebook.begin();
        Histogram micros = Pace.each(CROWD, AT_ONE_SESSION, number -> signUp(number, crowded));
        notebook.note("sign-ups.p50", Pace.milliseconds(micros, 50));
        notebook.note("sign-ups.p99", Pace.milliseconds(micros, 99));
        // the round of the crowd is over: nobody has another session at that time
        prepared(VOLUNTEERS);
        signedUp.set(sessions.size());
    }

    /** Twice as many as last time; at first more than any machine here has managed. */
    private int most() {
        double rate = notebook.has("sign-ups") ? notebook.last("sign-ups") * 2 : MOST_PER_SECOND;
        return (int) (rate * effort.throughput().toMillis() / 1000);
    }

    /** Sessions for so many sign-ups more, in whole rounds; answers how many. */
    private int prepared(int wanted) throws SQLException {
        int rounds = (wanted + VOLUNTEERS - 1) / VOLUNTEERS;
        for (int round = 0; round < rounds; round++) {
            int begin = sessions.size() / VOLUNTEERS;
            try (Connection connection = city.connect("activity");
                    PreparedStatement insert = connection.prepareStatement(SESSION)) {
                for (int number = 0; number < VOLUNTEERS; number++) {
                    UUID id = Ids.next();
                    add(insert, id, begin);
                    sessions.add(id);
                }
                insert.executeBatch();
            }
        }
        return rounds * VOLUNTEERS;
    }

    private UUID session(int round) throws SQLException {
        try (Connection connection = city.connect("activity");
                PreparedStatement insert = connection.prepareStatement(SESSION)) {
            UUID id = Ids.next();
            add(insert, id, round);
            insert.executeBatch();
            return id;
        }
    }

    private void add(PreparedStatement insert, UUID session, int round) throws SQLException {
        insert.setObject(1, session);
        insert.setObject(2, activity);
        insert.setInt(3, round);
        insert.addBatch();
    }

    /** Whoever's turn it is, at a session where nobody was before. */
    private CompletionStage<?> next() {
        int number = signedUp.getAndIncrement();
        return signUp(number, sessions.get(number));
    }

    private CompletionStage<?> signUp(int number, UUID session) {
        return volunteers.get(number % VOLUNTEERS).post("/api/v1/sign-ups", Map.of("sessionId", session));
    }

    /** What the service sent for one volunteer, for whoever of the others is drawn, each with a fresh session. */
    private Path script() throws Exception {
        prepared(VOLUNTEERS);
        signedUp.set(sessions.size() - VOLUNTEERS);
        List<SentSql.Statement> sent = new SentSql(city)
                .of("into sign_up ", () -> next().toCompletableFuture().join());
        int seen = signedUp.get() - 1;
        prepared(VOLUNTEERS);
        int first = sessions.size() - VOLUNTEERS;
        city.execute("activity", Replay.TABLES);
        city.execute(
                "activity",
                "create table if not exists bench_pair (number int primary key, volunteer uuid, account uuid,"
                        + " session uuid)",
                "truncate bench_pair");
        try (Connection connection = city.connect("activity")) {
            try (PreparedStatement pair = connection.prepareStatement("insert into bench_pair values (?, ?, ?, ?)")) {
                for (int number = 0; number < VOLUNTEERS; number++) {
                    pair.setInt(1, number);
                    pair.setObject(2, people.id(number));
                    pair.setObject(3, account(number));
                    pair.setObject(4, sessions.get(first + number));
                    pair.addBatch();
                }
                pair.executeBatch();
            }
            signedUp.set(sessions.size());
            return written(sent, seen, connection);
        }
    }

    private Path written(List<SentSql.Statement> sent, int seen, Connection connection)
            throws SQLException, IOException {
        String statements = new Replay("number")
                .replacing(people.id(seen % VOLUNTEERS).toString(), "volunteer")
                .replacing(account(seen % VOLUNTEERS).toString(), "account")
                .replacing(sessions.get(seen).toString(), "session")
                .script(sent, connection);
        return Files.writeString(
                directory.resolve("sign-up.sql"),
                "\\set number random(0, " + (VOLUNTEERS - 1) + ")\nselect volunteer, account, session from bench_pair"
                        + " where number = :number \\gset\n" + statements);
    }

    private UUID account(int number) {
        return AccountId.of(city.issuer(), people.subject(number));
    }

    @Override
    public void close() throws SQLException {
        registration.close();
        city.execute("activity", "drop table if exists bench_pair, bench_flush");
    }
}
