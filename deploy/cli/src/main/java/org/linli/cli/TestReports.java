package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<Path> found = new ArrayList<>();
        for (String glob : List.of("contracts", "services/*", "deploy/*")) {
            for (String kind : List.of("surefire-reports", "failsafe-reports")) {
                found.addAll(matching(repository, glob, kind));
            }
        }
        return found.stream().filter(file -> isSince(file, moment)).sorted().toList();
    }

    private static List<Path> matching(Path repository, String modules, String kind) {
        int depth = modules.contains("/") ? 2 : 1;
        try (Stream<Path> directories = Files.find(
                repository.resolve(modules.replace("/*", "")),
                depth - 1,
                (path, attributes) -> attributes.isDirectory())) {
            List<Path> found = new ArrayList<>();
            for (Path module : directories.toList()) {
                Path reports = module.resolve("target").resolve(kind);
                if (Files.isDirectory(reports)) {
                    try (Stream<Path> files = Files.list(reports)) {
                        files.filter(TestReports::isReport).forEach(found::add);
                    }
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
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
