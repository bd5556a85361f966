package org.linli.registration.volunteer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Volunteers of a former system.
 *
 * @param source the former system: 3 to 40 small letters, digits and hyphens; the same for all of its batches
 * @param people at most {@value #MOST} rows
 */
record ImportBatch(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,39}")
        String source,

        @NotNull @Size(min = 1, max = MOST) List<@NotNull ImportedPerson> people) {
    /** Most rows of a batch: one transaction, a few tenths of a second. */
    static final int MOST = 1000;
}
