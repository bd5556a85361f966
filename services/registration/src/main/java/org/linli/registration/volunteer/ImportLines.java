package org.linli.registration.volunteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.volunteer.ImportReport.Line;

/** Answers each row of an import once it is known who was entered. */
final class ImportLines {
    private static final Outcome.Refused<?> TAKEN =
            new Outcome.Refused<>(RegistrationRefusal.ALREADY_REGISTERED, "documentNumber", Map.of());

    private ImportLines() {}

    /**
     * The report of a batch.
     *
     * @param known who another import brought over meanwhile, by reference
     * @param entered ids of those who were entered now
     */
    static ImportReport of(List<ImportRow> rows, Map<String, UUID> known, Set<UUID> entered) {
        Map<String, Line> first = new HashMap<>();
        List<Line> lines = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            Line line = line(row, known, entered, first);
            first.putIfAbsent(row.reference(), line);
            lines.add(line);
        }
        return ImportReport.of(lines);
    }

    private static Line line(ImportRow row, Map<String, UUID> known, Set<UUID> entered, Map<String, Line> first) {
        return switch (row) {
            case ImportRow.Wrong(String reference, Outcome.Refused<?> why) -> Line.refused(reference, why);
            case ImportRow.Known(String reference, UUID volunteerId) -> Line.known(reference, volunteerId);
            case ImportRow.Again(String reference) -> first.get(reference).again();
            case ImportRow.Fresh fresh
            when known.containsKey(fresh.reference()) -> Line.known(fresh.reference(), known.get(fresh.reference()));
            case ImportRow.Fresh fresh
            when entered.contains(fresh.id()) -> Line.imported(fresh.reference(), fresh.id());
            case ImportRow.Fresh fresh -> Line.refused(fresh.reference(), TAKEN);
        };
    }
}
