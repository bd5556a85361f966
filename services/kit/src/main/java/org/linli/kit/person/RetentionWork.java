package org.linli.kit.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.linli.kit.Ids;
import org.linli.kit.person.PersonalTable.Retention;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/**
 * What need not be kept for ever goes when its period is over (PIPL art. 19, 47): once a day for each period of the
 * catalogue, some rows in a transaction, as due work. How many days is configuration: {@code linli.retention.<name>}.
 */
@ApplicationScoped
class RetentionWork implements DueWorkHandler {
    private static final Logger LOG = Logger.getLogger(RetentionWork.class);
    private static final String KIND = "retention";
    private static final int AT_ONCE = 1000;
    private static final Duration EVERY = Duration.ofDays(1);
    private static final String BEGIN = "insert into due_work (id, kind, subject, due_at)"
            + " select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) on conflict do nothing";
    private static final String DELETE =
            "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s limit %3$d))";
    private static final String BLANK =
            "update %1$s set %4$s where ctid = any(array(select ctid from %1$s where (%2$s) and (%5$s) limit %3$d))";

    private final PersonalData data;
    private final DueWork dueWork;
    private final LinliClock clock;
    private final Pool pool;
    private final Config config;

    @Inject
    RetentionWork(PersonalData data, DueWork dueWork, LinliClock clock, Pool pool, Config config) {
        this.data = data;
        this.dueWork = dueWork;
        this.clock = clock;
        this.pool = pool;
        this.config = config;
    }

    /** What goes from which table. */
    private record Rule(PersonalTable table, Retention retention) {}

    /** A period that is new in this version begins to be watched; the others are due work already. */
    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> begin() {
        List<Rule> rules = rules().toList();
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(
                        rules.stream().map(rule -> Ids.next()).toArray(UUID[]::new),
                        rules.stream().map(rule -> KIND).toArray(String[]::new),
                        rules.stream().map(rule -> rule.retention().name()).toArray(String[]::new),
                        rules.stream()
                                .map(rule -> clock.now().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return rules().filter(rule -> rule.retention().name().equals(subject))
                .findFirst()
                .map(this::clear)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> clear(Rule rule) {
        Instant before = clock.now().minus(Duration.ofDays(days(rule.retention())));
        return Panache.getSession()
                .chain(Upkeep::allowed)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(statement(rule))
                        .setParameter("before", before)
                        .executeUpdate())
                .invoke(gone -> {
                    if (gone > 0) {
                        LOG.infof("retention %s: %d rows", rule.retention().name(), gone);
                    }
                })
                .chain(gone -> dueWork.schedule(
                        KIND,
                        rule.retention().name(),
                        gone < AT_ONCE ? clock.now().plus(EVERY) : clock.now()));
    }

    private static String statement(Rule rule) {
        PersonalTable table = rule.table();
        String over = rule.retention().over();
        if (!rule.retention().blanked()) {
            return DELETE.formatted(table.name(), over, AT_ONCE);
        }
        return BLANK.formatted(table.name(), over, AT_ONCE, ErasureStatements.blanks(table), something(table));
    }

    /** Whether a row has anything left that goes. */
    private static String something(PersonalTable table) {
        List<String> conditions = new ArrayList<>();
        table.sealed().forEach(one -> conditions.add("length(" + one.column() + ") > 0"));
        table.texts().forEach(text -> conditions.add("length(" + text.column() + ") > 0"));
        table.fingerprints().forEach(column -> conditions.add("length(" + column + ") > 0"));
        return conditions.stream().collect(Collectors.joining(" or "));
    }

    private long days(Retention retention) {
        return config.getOptionalValue("linli.retention." + retention.name(), Long.class)
                .orElse((long) retention.days());
    }

    private Stream<Rule> rules() {
        return data.tables().stream()
                .flatMap(table -> table.retentions().stream().map(retention -> new Rule(table, retention)));
    }
}
