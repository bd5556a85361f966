package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests of all modules came to, summed over the reports of Surefire and Failsafe.
 *
 * @param failures class and name of each test that failed
 */
record TestReports(int passed, int failed, int skipped, List<String> failures) {
    private static final int DEEPEST = 5;
    private static final Pattern REPORT =
            Pattern.compile("([^/]+/){1,2}target/(surefire|failsafe)-reports/TEST-[^/]+\\.xml");

    TestReports {
        failures = List.copyOf(failures);
    }

    /** The reports written since that moment; older ones are of modules that were not tested this time. */
    static TestReports since(Path repository, Instant moment) {
        TestReports sum = new TestReports(0, 0, 0, List.of());
        for (Path report : reports(repository, moment)) {
            sum = sum.plus(read(report));
        }
        return sum;
    }

    /** One line that machines read too. */
    String summary() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }

    private TestReports plus(TestReports other) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new TestReports(passed + other.passed, failed + other.failed, skipped + other.skipped, all);
    }

    private static List<Path> reports(Path repository, Instant moment) {
        if (!Files.isDirectory(repository)) {
            return List.of();
        }
        // Modules lie at most two deep; their reports three below them.
        try (Stream<Path> files = Files.find(repository, DEEPEST, (file, attributes) -> isReport(repository, file))) {
            return files.filter(file -> isSince(file, moment)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isReport(Path repository, Path file) {
        return REPORT.matcher(repository.relativize(file).toString()).matches();
    }

    private static boolean isSince(Path file, Instant moment) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static TestReports read(Path report) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            int tests = number(suite, "tests");
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            return new TestReports(tests - failed - skipped, failed, skipped, failures(suite));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SAXException | ParserConfigurationException cutOff) {
            // A fork that was killed leaves half a report: its test did not pass.
            return new TestReports(0, 1, 0, List.of(report.getFileName() + " (its report is cut off)"));
        }
    }

    private static List<String> failures(Element suite) {
        List<String> names = new ArrayList<>();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int index = 0; index < cases.getLength(); index++) {
            Element test = (Element) cases.item(index);
            if (test.getElementsByTagName("failure").getLength()
                            + test.getElementsByTagName("error").getLength()
                    > 0) {
                names.add(test.getAttribute("classname") + ": " + test.getAttribute("name"));
            }
        }
        return names;
    }

    private static int number(Element suite, String attribute) {
        String value = suite.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
