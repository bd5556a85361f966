package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AgeBand;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.volunteer.ImportReport.Line;

@DisplayName("The answer to a batch")
class ImportLinesTest {
    private static final UUID OLD = UUID.randomUUID();
    private static final Outcome.Refused<?> WRONG = new Outcome.Refused<>(KitRefusal.INVALID_VALUE, "sex", Map.of());

    @Test
    void hasOneLineForEachRowInTheirOrder() {
        ImportRow.Fresh entered = fresh("a");
        ImportRow.Fresh raced = fresh("b");
        ImportRow.Fresh taken = fresh("c");
        List<ImportRow> rows =
                List.of(new ImportRow.Known("x", OLD), entered, raced, taken, new ImportRow.Wrong("d", WRONG));

        ImportReport report = ImportLines.of(rows, Map.of("b", OLD), Set.of(entered.id()));

        assertThat(report.outcomes())
                .containsExactly(
                        Line.known("x", OLD),
                        Line.imported("a", entered.id()),
                        Line.known("b", OLD),
                        new Line("c", ImportReport.RowOutcome.REFUSED, null, "already-registered", "documentNumber"),
                        new Line("d", ImportReport.RowOutcome.REFUSED, null, "invalid-value", "sex"));
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.alreadyImported()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(2);
    }

    @Test
    void givesAnotherRowOfAPersonWhatTheFirstOneGot() {
        ImportRow.Fresh entered = fresh("a");
        List<ImportRow> rows = List.of(
                entered,
                new ImportRow.Again("a"),
                new ImportRow.Wrong("b", WRONG),
                new ImportRow.Again("b"),
                new ImportRow.Again("a"));

        assertThat(ImportLines.of(rows, Map.of(), Set.of(entered.id())).outcomes())
                .extracting(Line::outcome)
                .containsExactly(
                        ImportReport.RowOutcome.IMPORTED,
                        ImportReport.RowOutcome.ALREADY_IMPORTED,
                        ImportReport.RowOutcome.REFUSED,
                        ImportReport.RowOutcome.REFUSED,
                        ImportReport.RowOutcome.ALREADY_IMPORTED);
    }

    private static ImportRow.Fresh fresh(String reference) {
        return new ImportRow.Fresh(
                reference,
                UUID.randomUUID(),
                "V5301",
                "530103005005",
                null,
                AgeBand.FROM_18_TO_59,
                LocalDate.of(2023, 5, 4),
                null);
    }
}
