package org.linli.registration.volunteer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Outcome;

/**
 * What came of a batch.
 *
 * @param imported how many rows were entered now
 * @param alreadyImported how many were entered before
 * @param refused how many cannot be entered as they are
 * @param outcomes one for each row, in the order of the rows
 */
record ImportReport(int imported, int alreadyImported, int refused, List<Line> outcomes) {
    ImportReport {
        outcomes = List.copyOf(outcomes);
    }

    /** What can come of a row. */
    enum RowOutcome {
        /** The person is a volunteer from now on. */
        IMPORTED,
        /** The person was brought over before; nothing changed. */
        ALREADY_IMPORTED,
        /** The row is wrong, or somebody else is registered with the document. */
        REFUSED
    }

    /**
     * What came of one row.
     *
     * @param volunteerId the volunteer; absent if refused
     * @param code why it was refused, from the list of failures
     * @param field the field at fault
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String reference, RowOutcome outcome, UUID volunteerId, String code, String field) {
        static Line imported(String reference, UUID volunteerId) {
            return new Line(reference, RowOutcome.IMPORTED, volunteerId, null, null);
        }

        static Line known(String reference, UUID volunteerId) {
            return new Line(reference, RowOutcome.ALREADY_IMPORTED, volunteerId, null, null);
        }

        static Line refused(String reference, Outcome.Refused<?> why) {
            return new Line(reference, RowOutcome.REFUSED, null, why.refusal().code(), why.field());
        }

        /** What another row with the same reference gets. */
        Line again() {
            return outcome == RowOutcome.IMPORTED ? known(reference, volunteerId) : this;
        }
    }

    static ImportReport of(List<Line> lines) {
        return new ImportReport(
                count(lines, RowOutcome.IMPORTED),
                count(lines, RowOutcome.ALREADY_IMPORTED),
                count(lines, RowOutcome.REFUSED),
                lines);
    }

    private static int count(List<Line> lines, RowOutcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
