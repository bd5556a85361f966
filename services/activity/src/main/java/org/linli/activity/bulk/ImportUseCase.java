package org.linli.activity.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.bulk.ImportReport.RowOutcome;
import org.linli.activity.bulk.ImportReport.RowResult;
import org.linli.activity.bulk.ImportTable.Before;
import org.linli.activity.bulk.ImportTable.Content;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/**
 * Brings service forward from another system: one transaction, a handful of statements for a whole batch. Rows are
 * refused one by one; only a volunteer whose copy has not arrived yet refuses the batch, because a moment later nothing
 * is wrong with it (architecture 5).
 */
@ApplicationScoped
class ImportUseCase {
    private static final Role[] IMPORTERS = {Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR};

    private final ImportTable table;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;
    private final int mostMinutes;

    @Inject
    ImportUseCase(
            ImportTable table, Outbox outbox, Audit audit, LinliClock clock, ActivityConfiguration configuration) {
        this.table = table;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.mostMinutes = configuration.serviceRecords().importedMinutes();
    }

    /** Imports a batch inside the transaction of {@code connection}. */
    Uni<Outcome<ImportReport>> bringIn(SqlConnection connection, Caller caller, RecordBatch batch) {
        if (!caller.holdsAnywhere(IMPORTERS)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return judged(connection, caller, batch).chain(judged -> {
            List<ImportedService> fit = fit(judged);
            return unknown(connection, fit)
                    .chain(unknown -> unknown == null
                            ? record(connection, caller, batch, judged, fit).map(Outcome::done)
                            : Steps.refused(
                                    KitRefusal.NOT_KNOWN_YET, "records[" + unknown.position() + "].volunteerId"));
        });
    }

    private Uni<List<Judged>> judged(SqlConnection connection, Caller caller, RecordBatch batch) {
        List<String> codes = batch.records().stream()
                .map(RecordBatch.Row::division)
                .filter(Objects::nonNull)
                // what PostgreSQL would not even take for a text is no code either
                .filter(code -> code.length() == 12)
                .filter(code -> code.indexOf('\0') < 0)
                .distinct()
                .toList();
        return table.divisions(connection, codes)
                .map(known -> new RowJudge(
                                mostMinutes,
                                clock.today(),
                                division -> caller.holds(division, IMPORTERS),
                                caller.volunteerId(),
                                known,
                                Ids::next)
                        .judge(batch.records()));
    }

    private static List<ImportedService> fit(List<Judged> judged) {
        List<ImportedService> fit = new ArrayList<>();
        for (Judged one : judged) {
            switch (one) {
                case Judged.Fit(ImportedService service) -> fit.add(service);
                case Judged.Unfit unfit -> {
                    // is answered, nothing more
                }
            }
        }
        return fit;
    }

    /** The first row whose volunteer is not known here; null if all are. */
    private Uni<ImportedService> unknown(SqlConnection connection, List<ImportedService> fit) {
        List<UUID> people =
                fit.stream().map(ImportedService::volunteerId).distinct().toList();
        return table.volunteers(connection, people)
                .map(known -> fit.stream()
                        .filter(row -> !known.contains(row.volunteerId()))
                        .findFirst()
                        .orElse(null));
    }

    private Uni<ImportReport> record(
            SqlConnection connection,
            Caller caller,
            RecordBatch batch,
            List<Judged> judged,
            List<ImportedService> fit) {
        return table.insert(connection, batch.source(), fit, caller.accountId(), clock.now())
                .call(fresh -> outbox.add(connection, facts(fit, fresh)))
                .chain(fresh -> before(connection, batch.source(), fit, fresh)
                        .map(before -> report(batch, judged, fresh, before)))
                .call(report -> audit.record(
                        connection, caller, "service-records.imported", batch.source(), null, inWords(report, fit)));
    }

    private static List<Fact> facts(List<ImportedService> fit, Set<UUID> fresh) {
        return fit.stream()
                .filter(row -> fresh.contains(row.recordId()))
                .map(row -> Fact.of(
                        row.recordId(), 1, row.division(), new ActivityEvent.ServiceRecordConfirmed(row.state())))
                .toList();
    }

    private Uni<Map<String, Before>> before(
            SqlConnection connection, String source, List<ImportedService> fit, Set<UUID> fresh) {
        List<String> known = fit.stream()
                .filter(row -> !fresh.contains(row.recordId()))
                .map(ImportedService::reference)
                .toList();
        return known.isEmpty() ? Uni.createFrom().item(Map.of()) : table.found(connection, source, known);
    }

    private static ImportReport report(
            RecordBatch batch, List<Judged> judged, Set<UUID> fresh, Map<String, Before> before) {
        List<RowOutcome> outcomes = new ArrayList<>(judged.size());
        for (Judged one : judged) {
            String reference = batch.records().get(outcomes.size()).reference();
            outcomes.add(
                    switch (one) {
                        case Judged.Unfit(var refusal, String field) -> RowOutcome.refused(reference, refusal, field);
                        case Judged.Fit(ImportedService row) -> outcome(row, fresh, before.get(reference));
                    });
        }
        return ImportReport.of(outcomes);
    }

    private static RowOutcome outcome(ImportedService row, Set<UUID> fresh, Before before) {
        if (fresh.contains(row.recordId())) {
            return new RowOutcome(row.reference(), RowResult.IMPORTED, row.recordId(), null, null);
        }
        return before.same().equals(Content.of(row))
                ? new RowOutcome(row.reference(), RowResult.ALREADY_IMPORTED, before.recordId(), null, null)
                : RowOutcome.refused(row.reference(), ActivityRefusal.IMPORT_DIFFERS, "reference");
    }

    /** How many of each, and the districts of what was not refused. */
    private static String inWords(ImportReport report, List<ImportedService> fit) {
        String districts = fit.stream()
                .map(row -> row.division().district())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return report.imported() + " imported, " + report.alreadyImported() + " before, " + report.refused()
                + " refused" + (districts.isEmpty() ? "" : "; districts " + districts);
    }
}
