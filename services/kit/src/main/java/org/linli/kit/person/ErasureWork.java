package org.linli.kit.person;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/**
 * Erases one person from one service, step by step: first every feature says farewell, then table after table of the
 * catalogue is cleared. Each step is a transaction that also writes down the next one, so that nothing is lost when the
 * process is killed in between, and each may be done twice.
 */
@ApplicationScoped
public class ErasureWork implements DueWorkHandler {
    private static final String KIND = "person.erase";

    private final List<Farewell> farewells;
    private final PersonalData data;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    ErasureWork(@All List<Farewell> farewells, PersonalData data, DueWork dueWork, LinliClock clock) {
        this.farewells = farewells;
        this.data = data;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Where the erasure of somebody stands. */
    private record Step(UUID volunteer, UUID account, int number) {
        static Step read(String subject) {
            String[] parts = subject.split("\\|");
            return new Step(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        }

        Step next() {
            return new Step(volunteer, account, number + 1);
        }

        Person person() {
            return new Person(volunteer, account, null);
        }

        @Override
        public String toString() {
            return volunteer + "|" + account + "|" + number;
        }
    }

    /** Begins in the current Hibernate session; the account may be null. */
    public Uni<Void> begin(UUID volunteer, UUID account) {
        return dueWork.schedule(KIND, first(volunteer, account), clock.now());
    }

    /** Begins on a connection of the reactive client; the account may be null. */
    public Uni<Void> begin(SqlClient connection, UUID volunteer, UUID account) {
        return dueWork.schedule(connection, KIND, first(volunteer, account), clock.now());
    }

    private static Step first(UUID volunteer, UUID account) {
        Person person = new Person(volunteer, account, null);
        return new Step(person.volunteer(), person.account(), 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        Step step = Step.read(subject);
        if (step.number() < farewells.size()) {
            return farewells
                    .get(step.number())
                    .leave(step.volunteer(), step.account())
                    .chain(over -> go(over ? step.next() : step));
        }
        int table = step.number() - farewells.size();
        return table >= data.tables().size()
                ? Uni.createFrom().voidItem()
                : clear(data.tables().get(table), step.person()).chain(() -> go(step.next()));
    }

    private Uni<Void> go(Step next) {
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
