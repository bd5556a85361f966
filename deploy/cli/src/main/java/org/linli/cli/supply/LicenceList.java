package org.linli.cli.supply;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page docs/licences.md. */
final class LicenceList {
    private static final String HEAD = """
            # Licences

            What is delivered and was not written here, by the licence under which it is used: the services, the gateway, the command line
            and the bench, without what only tests need. Made by `./linli sbom` from the bills of materials (`target/sbom.json` of each
            deliverable, CycloneDX 1.6), which fails on a licence that is not allowed (`Licences.java`). Where several are offered, one is
            chosen. Images contain Debian and the Java runtime (GPL-2.0 with the class path exception) besides.
            """;

    private LicenceList() {}

    /** The page about these components, each with the deliverables it is in. */
    static String of(SortedMap<Component, SortedSet<String>> found) {
        SortedMap<String, SortedMap<Component, SortedSet<String>>> byLicence = new TreeMap<>();
        found.forEach((component, deliverables) -> byLicence
                .computeIfAbsent(Licences.chosen(component).orElse("not allowed"), fresh -> new TreeMap<>())
                .put(component, deliverables));
        StringBuilder page = new StringBuilder(HEAD).append("\n| licence | components |\n| --- | --- |\n");
        byLicence.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> page.append("| %s | %d |\n"
                        .formatted(entry.getKey(), entry.getValue().size())));
        byLicence.forEach((licence, components) -> page.append(section(licence, components)));
        return page.toString();
    }

    private static String section(String licence, Map<Component, SortedSet<String>> components) {
        return components.entrySet().stream()
                .map(entry -> "| %s | %s | %s |\n"
                        .formatted(
                                entry.getKey().name(), entry.getKey().version(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining(
                        "", "\n## " + licence + "\n\n| component | version | in |\n| --- | --- | --- |\n", ""));
    }
}
