package org.linli.cli.supply;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import org.linli.cli.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linli sbom}: a bill of materials for each deliverable, and the licences of everything in them. */
@Command(
        name = "sbom",
        description = "Makes a bill of materials (CycloneDX) for each deliverable and lists the licences in them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:made; every licence may be used",
            "1:a licence may not be used, or with --check docs/licences.md is another"
        })
public final class SbomCommand implements Callable<Integer> {
    private static final List<String> DELIVERABLES = List.of(
            "services/registration",
            "services/activity",
            "services/points",
            "services/notification",
            "services/gateway",
            "deploy/cli",
            "deploy/bench");
    private static final String GOAL = "org.cyclonedx:cyclonedx-maven-plugin:makeBom";
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--check", description = "Change nothing; fail if docs/licences.md is not what was found.")
    private boolean check;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path repository = Workplace.here().repository();
        make(repository);
        SortedMap<Component, SortedSet<String>> found = new TreeMap<>();
        for (String deliverable : DELIVERABLES) {
            Path bill = repository.resolve(deliverable).resolve("target/sbom.json");
            screen.line(repository.relativize(bill).toString());
            for (Component component : Component.in(JSON.readTree(bill.toFile()))) {
                found.computeIfAbsent(component, fresh -> new TreeSet<>()).add(deliverable.replaceFirst(".*/", ""));
            }
        }
        return judge(found) & list(repository.resolve("docs/licences.md"), LicenceList.of(found)) ? 0 : 1;
    }

    /** With the jars, so that siblings are found without being installed; applications are not put together. */
    private static void make(Path repository) throws IOException, InterruptedException {
        String maven = System.getenv().getOrDefault("MAVEN", "mvn");
        List<String> command =
                new ArrayList<>(List.of(maven, "-B", "-ntp", "-q", "package", "-Dmaven.test.skip=true", GOAL, "-am"));
        command.addAll(List.of("-Dquarkus.build.skip=true", "-pl", String.join(",", DELIVERABLES)));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new Refusal("Maven made no bills of materials.");
        }
    }

    private boolean judge(Map<Component, SortedSet<String>> found) {
        List<Component> unfit = found.keySet().stream()
                .filter(component -> Licences.chosen(component).isEmpty())
                .toList();
        unfit.forEach(component -> screen.line("  ! " + component.name() + " " + component.version()
                + " may not be delivered: " + component.licences()));
        screen.line(found.size() + " components, " + unfit.size() + " of them under a licence that may not be used.");
        return unfit.isEmpty();
    }

    private boolean list(Path file, String text) throws IOException {
        if (check) {
            boolean same = Files.exists(file) && Files.readString(file).equals(text);
            screen.line(same ? "docs/licences.md is right." : "docs/licences.md is not what was found: ./linli sbom.");
            return same;
        }
        Files.writeString(file, text);
        return true;
    }
}
