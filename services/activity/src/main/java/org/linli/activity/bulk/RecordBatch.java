package org.linli.activity.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Records that come together.
 *
 * @param source the system they come from, as it is called everywhere: small letters, digits, hyphens
 * @param records 1 to 1000 rows, each judged for itself
 */
record RecordBatch(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}")
        String source,

        @NotNull @Size(min = 1, max = 1000) List<@NotNull Row> records) {
    RecordBatch {
        // a null among them is refused by its own rule
        records = records == null ? null : Collections.unmodifiableList(new ArrayList<>(records));
    }

    /**
     * One row, as it came: what it holds is judged row by row, so that one wrong date refuses one row. Only JSON that
     * is no row at all (a list instead of a text, a field nobody knows) refuses the batch.
     *
     * @param reference what the source calls it: 1 to 64 printable ASCII characters, once within the source
     * @param volunteerId whose hours
     * @param division the community where the service was, 12 digits
     * @param category kind of service; OTHER if missing
     * @param minutes how long, whole minutes; whatever else came is read too, and refuses its row
     * @param servedOn the day (Asia/Shanghai) to which it is counted
     */
    record Row(
            String reference,
            String volunteerId,
            String division,
            String category,

            @Schema(implementation = Integer.class) JsonNode minutes,

            String servedOn) {

        /** The minutes; null if what came is missing, no whole number, or beyond any. */
        Integer wholeMinutes() {
            return minutes != null && minutes.isInt() ? minutes.intValue() : null;
        }
    }
}
