package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path repository;

    @Test
    void reports_of_all_modules_are_summed() throws Exception {
        // Given two modules, one with a failure, an error and a skipped test
        report("contracts", "A", BEGIN.plusSeconds(1), 5, 0, 0, 0, "");
        report(
                "services/points",
                "B",
                BEGIN.plusSeconds(2),
                4,
                1,
                1,
                1,
                "<testcase classname='B' name='holds'><failure/></testcase><testcase classname='B' name='ok'/>");

        // When they are read
        TestReports sum = TestReports.since(repository, BEGIN);

        // Then
        assertThat(sum.summary()).isEqualTo("6 passed, 2 failed, 1 skipped");
        assertThat(sum.failures()).containsExactly("B: holds");
    }

    @Test
    void reports_of_earlier_runs_do_not_count() throws Exception {
        report("deploy/cli", "Old", BEGIN.minusSeconds(1), 7, 0, 0, 0, "");

        assertThat(TestReports.since(repository, BEGIN).summary()).isEqualTo("0 passed, 0 failed, 0 skipped");
    }

    @Test
    void half_a_report_is_a_failure() throws Exception {
        report("deploy/cli", "Cut", BEGIN.plusSeconds(1), 7, 0, 0, 0, "<testcase");

        assertThat(TestReports.since(repository, BEGIN).summary()).isEqualTo("0 passed, 1 failed, 0 skipped");
    }

    private void report(
            String module, String name, Instant written, int tests, int failures, int errors, int skipped, String cases)
            throws Exception {
        Path file = repository.resolve(module).resolve("target/surefire-reports/TEST-" + name + ".xml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<testsuite tests='%d' failures='%d' errors='%d' skipped='%d'>%s</testsuite>"
                        .formatted(tests, failures, errors, skipped, cases));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
