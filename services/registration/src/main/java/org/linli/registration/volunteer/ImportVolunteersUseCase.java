package org.linli.registration.volunteer;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.registration.division.Divisions;
import org.linli.registration.statistics.VolunteerStatistics;
import org.linli.registration.volunteer.ImportRow.Fresh;

/**
 * Brings volunteers over from a former system (product R10). What can be known beforehand is read and encrypted outside
 * the transaction, on a worker thread; the transaction only writes.
 */
@ApplicationScoped
class ImportVolunteersUseCase {
    private static final String IMPORT = "volunteer-import";
    private static final long FIRST_EVENT = 1;

    private final VolunteerBulkWriter writer;
    private final ImportPreparation preparation;
    private final Divisions divisions;
    private final VolunteerStatistics statistics;
    private final Outbox outbox;
    private final Audit audit;
    private final Pool pool;

    @Inject
    ImportVolunteersUseCase(
            VolunteerBulkWriter writer,
            ImportPreparation preparation,
            Divisions divisions,
            VolunteerStatistics statistics,
            Outbox outbox,
            Audit audit,
            Pool pool) {
        this.writer = writer;
        this.preparation = preparation;
        this.divisions = divisions;
        this.statistics = statistics;
        this.outbox = outbox;
        this.audit = audit;
        this.pool = pool;
    }

    /** Judges the rows of a batch; changes nothing. */
    Uni<List<ImportRow>> prepare(Caller caller, ImportBatch batch) {
        return writer.known(pool, batch.source(), references(batch))
                .chain(known -> divisions
                        .communities(homes(batch), "homeDivision")
                        .chain(homes -> VertxContextSupport.executeBlocking(
                                () -> preparation.rows(caller, batch, known, homes))));
    }

    /** Enters what can be entered, all of it in the transaction of the connection. */
    Uni<ImportReport> enter(SqlConnection connection, Caller caller, String source, List<ImportRow> rows) {
        List<Fresh> fresh = ofKind(rows, Fresh.class);
        return writer.lock(connection)
                .chain(() -> writer.known(
                        connection, source, fresh.stream().map(Fresh::reference).toList()))
                .chain(known -> {
                    List<Fresh> people = fresh.stream()
                            .filter(one -> !known.containsKey(one.reference()))
                            .toList();
                    return writer.enter(connection, source, people)
                            .call(entered -> record(connection, caller, source, in(people, entered)))
                            .map(entered -> ImportLines.of(rows, known, entered));
                });
    }

    private Uni<Void> record(SqlConnection connection, Caller caller, String source, List<Fresh> entered) {
        if (entered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return outbox.add(
                        connection,
                        entered.stream().map(ImportVolunteersUseCase::fact).toList())
                .chain(() -> audit.record(connection, caller, IMPORT, source, null, entered.size() + " people"))
                .chain(() -> statistics.entered(
                        connection, entered.stream().map(Fresh::counted).toList()));
    }

    private static Fact fact(Fresh person) {
        return Fact.of(person.id(), FIRST_EVENT, new DivisionCode(person.home()), person.registered());
    }

    private static List<Fresh> in(List<Fresh> people, Set<UUID> entered) {
        return people.stream().filter(one -> entered.contains(one.id())).toList();
    }

    private static <R extends ImportRow> List<R> ofKind(List<ImportRow> rows, Class<R> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<String> references(ImportBatch batch) {
        return batch.people().stream()
                .map(ImportedPerson::reference)
                .filter(ImportReading::isReference)
                .toList();
    }

    private static Set<String> homes(ImportBatch batch) {
        return Set.copyOf(batch.people().stream()
                .map(ImportedPerson::homeDivision)
                .filter(DivisionCode::isValid)
                .toList());
    }
}
