package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path directory;

    private final Notebook notebook = new Notebook(3);

    @Test
    void theTableNamesFigureRangeRatioBarAndVerdict() {
        measured();
        String row = Table.of(Sheet.lines(notebook, Set.of(1)))
                .lines()
                .filter(line -> line.startsWith("1 "))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("one posting", "1 500", "1 400 – 1 600", "1.50", "× Y1", "≥ 1.50", "pass");
    }

    @Test
    void columnsStandBelowTheirHeadings() {
        measured();
        List<String> lines = Table.of(Sheet.lines(notebook, Set.of(1))).lines().toList();
        assertThat(lines.get(1).indexOf("Y1 pgbench"))
                .isEqualTo(lines.getFirst().indexOf("WHAT"));
    }

    @Test
    void anEarlierReportTellsTheMedianOfAFigure() throws IOException {
        measured();
        Path file = directory.resolve("bench.json");
        JsonReport.write(file, Sheet.lines(notebook, Set.of(1)), notebook, true);
        assertThat(JsonReport.median(file, "single")).contains(1_500.0);
        assertThat(JsonReport.median(file, "never-measured")).isEmpty();
    }

    @Test
    void anEarlierReportTellsWhatSpeaksAgainstAFigure() throws IOException {
        measured();
        notebook.doubt("single", "the rate was not kept");
        notebook.note("thousand", 5_000);
        Path file = directory.resolve("bench.json");
        JsonReport.write(file, Sheet.lines(notebook, Set.of(1)), notebook, true);
        assertThat(JsonReport.doubt(file, "single")).contains("the rate was not kept");
        assertThat(JsonReport.doubt(file, "thousand")).contains("only 1 of 3 repetitions");
        assertThat(JsonReport.doubt(file, "Y1")).isEmpty();
    }

    @Test
    void thePageDrawsWhatWasJudgedAndNeedsNothingFromElsewhere() throws IOException {
        measured();
        Path file = directory.resolve("bench.html");
        HtmlReport.write(file, Sheet.lines(notebook, Set.of(1)), true);
        assertThat(Files.readString(file)).contains("<svg").doesNotContain("http", "src=", "href=");
    }

    @Test
    void theRatesThatProgramsTellAreRead() {
        assertThat(Pgbench.rateIn("latency average = 3 ms\ntps = 1234.5 (without initial connection time)\n"))
                .isEqualTo(1234.5);
        assertThat(Wrk.rateIn("Requests/sec:  27128.25\nTransfer/sec: 1MB\n")).isEqualTo(27128.25);
        assertThat(ProducerReport.rate("10 records sent, 5.0 records/sec (0 MB/sec)\n"
                        + "60000 records sent, 8491.5 records/sec (5.1 MB/sec), 1 ms avg latency\n"))
                .isEqualTo(8491.5);
    }

    @Test
    void theTimeOfAScriptIsReadWithoutTheLinesThatPrepareIt() {
        String said = """
                latency average = 9.500 ms
                tps = 105.263158 (without initial connection time)
                statement latencies in milliseconds and failures:
                         0.002           0  \\set start random(1, 19501)
                         1.498           0  select array_agg(gen_random_uuid())::text as ids, 500 as n
                         6.000           0  insert into posting
                         2.000           0  commit;
                """;
        assertThat(Pgbench.latencyAfter(2, said)).isEqualTo(8.0);
        assertThat(Pgbench.latencyAfter(2, said.replace("           0  ", "  ")))
                .isEqualTo(8.0);
    }

    @Test
    void aProxyThatRefusesIsNotMeasured() {
        assertThatThrownBy(() -> Wrk.rateIn("Non-2xx or 3xx responses: 5\nRequests/sec:  9000.0\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void measured() {
        for (double figure : new double[] {1_400, 1_500, 1_600}) {
            notebook.note("Y1", 1_000);
            notebook.note("single", figure);
        }
    }
}
