package org.linli.bench;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.linli.kit.Ids;
import org.linli.kit.event.LongStatements;
import org.linli.kit.event.Outbox;
import org.linli.points.ledger.Changes;
import org.linli.points.ledger.Earning;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.Passbook;
import org.linli.points.ledger.PointsUnit;
import org.linli.points.ledger.RuleReference;
import org.linli.points.ledger.Wanted;

/** The ledger's own classes on a fresh database of its own, configured as in the service. */
final class LedgerRig implements AutoCloseable {
    static final String DATABASE = "bench_ledger";
    static final int PEOPLE = 20_000;
    /** Those below this number live in one community: their bank post is the hot account. */
    static final int NEIGHBOURS = 1_600;

    /** Connections of a service (quarkus.datasource.reactive.max-size). */
    private static final int CONNECTIONS = 16;

    private static final String MAKE_PEOPLE = """
            insert into passbook (volunteer_id, division, sequence, opened_at)
            select gen_random_uuid(), case when n < %d then '530103005005'
              else '530103' || lpad((n %% 400 + 1)::text, 6, '0') end, 1, now()
            from generate_series(0, %d) n
            """.formatted(NEIGHBOURS, PEOPLE - 1);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Ledger ledger = new Ledger(Outbox.standalone("points"));
    private final LocalDate day = LocalDate.now();
    private final List<Passbook> people;

    private LedgerRig(City city) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(city.postgresPort())
                .setDatabase(DATABASE)
                .setUser(city.postgresRole())
                .setPassword(city.postgresPassword())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(LongStatements.LONGEST);
        pool = Pool.newInstance(io.vertx.pgclient.PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
        people = now(pool.query("select volunteer_id, division from passbook"
                        + " order by division <> '530103005005', volunteer_id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LedgerRig::passbook)
                        .toList()));
    }

    /** A fresh database with the migrations of points and passbooks for everybody. */
    static LedgerRig fresh(City city) throws Exception {
        city.freshDatabase(DATABASE);
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://127.0.0.1:" + city.postgresPort() + "/" + DATABASE,
                        city.postgresRole(),
                        city.postgresPassword())
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate();
        city.execute(DATABASE, MAKE_PEOPLE, "vacuum analyze");
        return new LedgerRig(city);
    }

    private static Passbook passbook(Row row) {
        return new Passbook(row.getUUID("volunteer_id"), row.getString("division"));
    }

    Pool pool() {
        return pool;
    }

    /** Passbooks of the hot community first. */
    List<Passbook> people() {
        return people;
    }

    /** An hour of service of somebody. */
    Earning earning(Passbook who) {
        return new Earning(
                Entry.causedBy(Ids.next()),
                who.volunteerId(),
                PointsUnit.POINTS,
                new RuleReference("service-hours", 1),
                Ids.next(),
                0,
                day,
                100,
                null,
                null);
    }

    /** One posting with its event, in one statement. */
    CompletionStage<?> post(Passbook who) {
        return ledger.post(pool, Changes.credit(Instant.now(), who, earning(who)))
                .subscribeAsCompletionStage();
    }

    /** Postings with their events in one transaction, as the service does it for a batch of events. */
    CompletionStage<?> post(List<Earning> earnings) {
        Wanted wanted = new Wanted(PointsUnit.POINTS);
        earnings.forEach(wanted::earning);
        return pool.withTransaction(connection -> ledger.open(connection, wanted, Instant.now())
                        .map(books -> {
                            earnings.forEach(books::earn);
                            return books.changes();
                        })
                        .chain(changes -> ledger.write(connection, changes)))
                .subscribeAsCompletionStage();
    }

    static <T> T now(Uni<T> uni) {
        return uni.subscribeAsCompletionStage().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        now(pool.close());
        now(vertx.close());
    }
}
