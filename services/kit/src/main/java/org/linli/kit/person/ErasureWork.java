package org.linli.kit.person;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/**
 * Erases one person, a volunteer or a recipient of help, from one service, step by step: first every feature says
 * farewell, then table after table of the catalogue is cleared. Each step is a transaction that also writes down the
 * next one, so that nothing is lost when the process is killed in between, and each may be done twice.
 */
@ApplicationScoped
public class ErasureWork implements DueWorkHandler {
    private static final String KIND = "person.erase";

    private final List<Farewell> farewells;
    private final PersonalData data;
    private final String plan;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    ErasureWork(@All List<Farewell> farewells, PersonalData data, DueWork dueWork, LinliClock clock) {
        // the same order in every replica
        this.farewells = farewells.stream()
                .sorted(Comparator.comparing(ErasureWork::nameOf))
                .toList();
        this.data = data;
        this.plan = plan(this.farewells, data.tables());
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Begins in the current Hibernate session; the account may be null. */
    public Uni<Void> begin(UUID person, UUID account) {
        return dueWork.schedule(KIND, first(person, account), clock.now());
    }

    /** Begins on a connection of the reactive client; the account may be null. */
    public Uni<Void> begin(SqlClient connection, UUID person, UUID account) {
        return dueWork.schedule(connection, KIND, first(person, account), clock.now());
    }

    private ErasureStep first(UUID person, UUID account) {
        return new ErasureStep(person, new Person(null, account, null).account(), 0, plan);
    }

    /** What is done, in which order: another version of the service may do something else. */
    private static String plan(List<Farewell> farewells, List<PersonalTable> tables) {
        return ErasureStep.planOf(Stream.concat(
                        farewells.stream().map(ErasureWork::nameOf),
                        tables.stream().map(table -> table.name() + ": " + ErasureStatements.of(table)))
                .toList());
    }

    private static String nameOf(Farewell farewell) {
        return farewell.getClass().getName();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        ErasureStep step = ErasureStep.read(subject, plan);
        if (step.number() < farewells.size()) {
            return farewells
                    .get(step.number())
                    .leave(step.person(), step.account())
                    .chain(over -> go(over ? step.next() : step));
        }
        int table = step.number() - farewells.size();
        return table >= data.tables().size()
                ? Uni.createFrom().voidItem()
                : clear(data.tables().get(table), step.whose()).chain(() -> go(step.next()));
    }

    private Uni<Void> go(ErasureStep next) {
        return dueWork.schedule(KIND, next, clock.now());
    }

    private static Uni<Void> clear(PersonalTable table, Person person) {
        Uni<Void> done = Panache.getSession().chain(Upkeep::allowed);
        for (String text : ErasureStatements.of(table)) {
            String statement = PersonQuery.typed(text);
            done = done.chain(() -> Panache.getSession())
                    .chain(session -> PersonQuery.bind(session.createNativeQuery(statement), statement, person)
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return done;
    }
}
