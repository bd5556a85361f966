package org.linli.activity.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Refusal;

/**
 * What became of a batch.
 *
 * @param imported how many rows count since this call
 * @param alreadyImported how many counted before
 * @param refused how many do not count
 * @param outcomes one for each row, in the order of the rows
 */
record ImportReport(int imported, int alreadyImported, int refused, List<RowOutcome> outcomes) {

    ImportReport {
        outcomes = List.copyOf(outcomes);
    }

    static ImportReport of(List<RowOutcome> outcomes) {
        return new ImportReport(
                count(outcomes, RowResult.IMPORTED),
                count(outcomes, RowResult.ALREADY_IMPORTED),
                count(outcomes, RowResult.REFUSED),
                outcomes);
    }

    private static int count(List<RowOutcome> outcomes, RowResult result) {
        return (int) outcomes.stream().filter(row -> row.outcome() == result).count();
    }

    /** What can become of a row. */
    enum RowResult {
        IMPORTED,
        /** The same row came before, in another call or from another sender. */
        ALREADY_IMPORTED,
        REFUSED
    }

    /**
     * What became of one row.
     *
     * @param recordId the service record; absent if it was refused
     * @param code why it was refused; absent otherwise
     * @param field which field is at fault; absent if not refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowOutcome(String reference, RowResult outcome, UUID recordId, String code, String field) {

        static RowOutcome refused(String reference, Refusal refusal, String field) {
            return new RowOutcome(reference, RowResult.REFUSED, null, refusal.code(), field);
        }
    }
}
