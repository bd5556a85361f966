package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {
    private final Notebook notebook = new Notebook();

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
        notebook.note("replay.changes", 1);
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
        assertThat(inbox.verdict()).isEqualTo(Verdict.MISSING);
        notebook.note("earlier.read.inbox.p99", 4);
        assertThat(Sheet.lines(notebook, Set.of(13)).get(1).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void everyRowOfTheListOfBarsHasALine() {
        List<Integer> all =
                java.util.stream.IntStream.rangeClosed(1, 15).boxed().toList();
        assertThat(Sheet.lines(notebook, Set.copyOf(all)).stream().map(Line::row))
                .containsAll(all);
    }

    private Line line(int row) {
        return Sheet.lines(notebook, Set.of(row)).stream()
                .filter(line -> line.row() == row)
                .findFirst()
                .orElseThrow();
    }
}
