package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {
    private Notebook notebook = new Notebook(1);

    @Test
    void aRatioAtItsBarPasses() {
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        assertThat(line(1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aRatioBelowItsBarFails() {
        notebook.note("Y1", 100);
        notebook.note("single", 149);
        assertThat(line(1).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theMedianOfTheRatiosDecidesNotTheBestOfThem() {
        notebook = new Notebook(3);
        for (double figure : new double[] {149, 1_000, 149}) {
            notebook.note("Y1", 100);
            notebook.note("single", figure);
        }
        assertThat(line(1).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFigureWithoutItsYardstickIsShownButNotJudgedAndSaysWhy() {
        notebook.missing("Y1", "pgbench is not here");
        notebook.note("single", 150);
        assertThat(line(1).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(line(1).measured().median()).isEqualTo(150);
        assertThat(line(1).remark()).isEqualTo("pgbench is not here");
    }

    @Test
    void whatMayNotChangeIsJudgedByItself() {
        notebook.note("again.changes", 1);
        assertThat(line(6).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aLatencyIsHeldAgainstTheOtherOneByItsDistance() {
        notebook.note("Y5", 100);
        notebook.note("gateway", 65);
        notebook.note("Y5.p99", 10);
        notebook.note("gateway.p99", 12);
        assertThat(Sheet.lines(notebook, Set.of(10)).stream()
                        .filter(line -> line.row() == 10)
                        .limit(2)
                        .map(Line::verdict))
                .containsExactly(Verdict.PASS, Verdict.PASS);
    }

    @Test
    void readsNeedARunAtAnotherSizeToBeJudged() {
        notebook.note("read.inbox.p99", 8);
        Line inbox = Sheet.lines(notebook, Set.of(13)).get(1);
        assertThat(inbox.verdict()).isEqualTo(Verdict.SHOWN);
        assertThat(inbox.remark()).contains("--compare");
        notebook.note("earlier.read.inbox.p99", 4);
        assertThat(Sheet.lines(notebook, Set.of(13)).get(1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anEarlierRunThatLacksTheFigureLeavesTheReadMissing() {
        notebook.note("read.inbox.p99", 8);
        notebook.missing("earlier.", "the earlier run has no such figure");
        assertThat(Sheet.lines(notebook, Set.of(13)).get(1).verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aFigureOfSomeRepetitionsIsShownButNotJudged() {
        notebook = new Notebook(2);
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        notebook.note("Y1", 100);
        assertThat(line(1).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(line(1).measured().median()).isEqualTo(150);
        assertThat(line(1).remark()).isEqualTo("only 1 of 2 repetitions");
    }

    @Test
    void aYardstickOfSomeRepetitionsJudgesNothing() {
        notebook = new Notebook(2);
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        notebook.note("single", 150);
        assertThat(line(1).verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void whatWasMeasuredApartFromTheRepetitionsIsJudged() {
        notebook = new Notebook(3);
        notebook.noteApart("up.seconds", 9);
        assertThat(line(15).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDoubtedFigureOrYardstickIsNeverJudged() {
        notebook.note("Y5.p99", 10);
        notebook.note("gateway.p99", 11);
        notebook.doubt("Y5.p99", "calls waited for a connection");
        Line latency = Sheet.lines(notebook, Set.of(10)).stream()
                .filter(line -> line.what().contains("p99"))
                .findFirst()
                .orElseThrow();
        assertThat(latency.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(latency.remark()).contains("calls waited for a connection");
    }

    @Test
    void emptyPagesDoNotPassAndTheirNumberOfItemsIsTold() {
        assertThat(ReadsExperiment.mostlyEmpty(List.of(0))).isTrue();
        assertThat(ReadsExperiment.mostlyEmpty(List.of(5, 0))).isTrue();
        assertThat(ReadsExperiment.mostlyEmpty(List.of(5, 0, 1))).isFalse();
        assertThat(ReadsExperiment.itemsInWords(List.of(5, 0, 1)))
                .isEqualTo("first pages of 3 lists, 1 of them empty, 2 items in the mean");
    }

    @Test
    void aRunIsSettledWhenEveryRowAskedForPassed() {
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        assertThat(settled(1)).isTrue();
    }

    @Test
    void aRunWithARowThatFellShortIsNotSettled() {
        notebook.note("Y1", 100);
        notebook.note("single", 149);
        assertThat(settled(1)).isFalse();
    }

    @Test
    void aRunWithARowThatWasNotMeasuredIsNotSettled() {
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        assertThat(settled(1, 2)).isFalse();
        assertThat(settled(1, 99)).isFalse();
    }

    @Test
    void rowsThatAreNotBuiltYetHoldNothingUp() {
        notebook.note("Y1", 100);
        notebook.note("single", 150);
        assertThat(settled(1, 12, 14)).isTrue();
    }

    @Test
    void everyRowOfTheListOfBarsHasALine() {
        List<Integer> all =
                java.util.stream.IntStream.rangeClosed(1, 15).boxed().toList();
        assertThat(Sheet.lines(notebook, Set.copyOf(all)).stream().map(Line::row))
                .containsAll(all);
    }

    private boolean settled(Integer... rows) {
        return Sheet.settled(Sheet.lines(notebook, Set.of(rows)), Set.of(rows));
    }

    private Line line(int row) {
        return Sheet.lines(notebook, Set.of(row)).stream()
                .filter(line -> line.row() == row)
                .findFirst()
                .orElseThrow();
    }
}
