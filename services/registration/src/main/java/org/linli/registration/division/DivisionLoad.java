package org.linli.registration.division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * What loading a file changes: all of it, or nothing if one row is wrong.
 *
 * @param fresh divisions that are not stored yet
 * @param changed divisions stored with another name or parent
 * @param unchanged how many rows say nothing new
 */
record DivisionLoad(List<DivisionRow> fresh, List<DivisionRow> changed, int unchanged) {
    DivisionLoad {
        fresh = List.copyOf(fresh);
        changed = List.copyOf(changed);
    }

    /**
     * Compares a file with what is stored.
     *
     * @param stored all divisions whose code or parent the file names
     * @param shown how many faulty rows the refusal names
     */
    static Outcome<DivisionLoad> of(DivisionFile file, Map<String, DivisionRow.Stored> stored, int shown) {
        List<RowFault> faults = new ArrayList<>(file.faults());
        faults.addAll(faultsAmong(file.rows(), stored));
        if (!faults.isEmpty()) {
            List<RowFault> first = faults.stream()
                    .sorted(Comparator.comparingInt(RowFault::line))
                    .limit(shown)
                    .toList();
            return Outcome.refused(
                    RegistrationRefusal.DIVISION_ROWS_REFUSED, null, Map.of("count", faults.size(), "rows", first));
        }
        return Outcome.done(compare(file.rows(), stored));
    }

    /** Everything that is to be written, parents before children. */
    List<DivisionRow> written() {
        List<DivisionRow> all = new ArrayList<>(fresh);
        all.addAll(changed);
        all.sort(Comparator.comparing(DivisionRow::level).thenComparing(DivisionRow::code));
        return all;
    }

    private static DivisionLoad compare(List<DivisionRow> rows, Map<String, DivisionRow.Stored> stored) {
        List<DivisionRow> fresh = new ArrayList<>();
        List<DivisionRow> changed = new ArrayList<>();
        for (DivisionRow row : rows) {
            DivisionRow.Stored before = stored.get(row.code());
            if (before == null) {
                fresh.add(row);
            } else if (!row.saysNothingNew(before)) {
                changed.add(row);
            }
        }
        return new DivisionLoad(fresh, changed, rows.size() - fresh.size() - changed.size());
    }

    private static List<RowFault> faultsAmong(List<DivisionRow> rows, Map<String, DivisionRow.Stored> stored) {
        Map<String, DivisionLevel> levels = new HashMap<>();
        stored.forEach((code, division) -> levels.put(code, division.level()));
        rows.forEach(row -> levels.put(row.code(), row.level()));
        Set<String> seen = new HashSet<>();
        List<RowFault> faults = new ArrayList<>();
        for (DivisionRow row : rows) {
            RowFault.Kind kind = fault(row, seen.add(row.code()), levels, stored.get(row.code()));
            if (kind != null) {
                faults.add(row.fault(kind));
            }
        }
        return faults;
    }

    private static RowFault.Kind fault(
            DivisionRow row, boolean first, Map<String, DivisionLevel> levels, DivisionRow.Stored before) {
        if (!first) {
            return RowFault.Kind.DUPLICATE;
        }
        if (row.parent() != null) {
            DivisionLevel above = levels.get(row.parent());
            if (above == null) {
                return RowFault.Kind.PARENT_UNKNOWN;
            }
            if (above.digits() >= row.level().digits() || !row.code().startsWith(above.prefixOf(row.parent()))) {
                return RowFault.Kind.PARENT_NOT_ABOVE;
            }
        }
        return before != null && before.level() != row.level() ? RowFault.Kind.LEVEL_CHANGED : null;
    }
}
