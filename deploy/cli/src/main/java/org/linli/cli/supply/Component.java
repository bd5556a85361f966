package org.linli.cli.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Something that is delivered and was not written here.
 *
 * @param name group and artifact
 * @param licences as its authors state them; any one of several may be chosen
 */
record Component(String name, String version, List<String> licences) implements Comparable<Component> {
    Component {
        licences = List.copyOf(licences);
    }

    /** One of the entries "components" of a bill of materials (CycloneDX 1.6). */
    static Component of(JsonNode component) {
        Set<String> stated = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            stated.add(
                    choice.has("expression")
                            ? choice.path("expression").asText()
                            : licence.has("id")
                                    ? licence.path("id").asText()
                                    : licence.path("name").asText());
        }
        return new Component(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText(),
                List.copyOf(stated));
    }

    /** All of a bill of materials but what is our own. */
    static List<Component> in(JsonNode bill) {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(Component::of)
                .filter(component -> !component.name.startsWith("org.linli:"))
                .toList();
    }

    @Override
    public int compareTo(Component other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : version.compareTo(other.version);
    }
}
