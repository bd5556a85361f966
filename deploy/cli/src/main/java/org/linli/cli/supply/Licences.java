package org.linli.cli.supply;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which licences may be in what we deliver: those that let an operator run, change and pass on the whole without giving
 * away more than the changes to the component itself. Names are SPDX identifiers.
 */
final class Licences {
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "Public Domain",
            "UPL-1.0");

    /** What authors write instead of an identifier, where their text is that of a known licence. */
    private static final Map<String, String> WRITTEN = Map.of(
            "Apache License, 2.0", "Apache-2.0",
            "Bouncy Castle Licence", "MIT",
            "Go License", "BSD-3-Clause",
            "iCal4j - License", "BSD-3-Clause");

    /** Whose bill says something else than the text they come with, by the beginning of the name. */
    private static final Map<String, String> AS_THE_TEXT_SAYS = Map.of("org.jline:", "BSD-3-Clause");

    private Licences() {}

    /** The licence under which a component is used: the first allowed one of those it offers; empty if there is none. */
    static Optional<String> chosen(Component component) {
        return AS_THE_TEXT_SAYS.entrySet().stream()
                .filter(known -> component.name().startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> component.licences().stream()
                        .flatMap(stated -> Stream.of(stated.replaceAll("[()]", "").split(" OR ")))
                        .map(stated -> WRITTEN.getOrDefault(stated.strip(), stated.strip()))
                        .filter(ALLOWED::contains)
                        .findFirst());
    }
}
