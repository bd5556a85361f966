package org.linli.cli.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_bill_is_read_with_identifiers_names_and_expressions_and_without_our_own() throws Exception {
        List<Component> found = Component.in(JSON.readTree("""
                {"components": [
                  {"group": "org.linli", "name": "linli-kit", "version": "0.1.0"},
                  {"group": "a", "name": "one", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "b", "name": "two", "version": "2", "licenses": [{"license": {"name": "Own terms"}}]},
                  {"group": "c", "name": "three", "version": "3", "licenses": [{"expression": "X OR Apache-2.0"}]}
                ]}"""));

        assertThat(found)
                .containsExactly(
                        new Component("a:one", "1", List.of("MIT")),
                        new Component("b:two", "2", List.of("Own terms")),
                        new Component("c:three", "3", List.of("X OR Apache-2.0")));
    }

    @Test
    void of_several_licences_offered_an_allowed_one_is_chosen() {
        assertThat(Licences.chosen(new Component("c:three", "3", List.of("AGPL-3.0-only OR Apache-2.0"))))
                .contains("Apache-2.0");
        assertThat(Licences.chosen(new Component("d:four", "4", List.of("AGPL-3.0-only", "MIT"))))
                .contains("MIT");
    }

    @Test
    void a_licence_that_is_not_on_the_list_may_not_be_used_nor_may_silence() {
        assertThat(Licences.chosen(new Component("e:five", "5", List.of("AGPL-3.0-only"))))
                .isEmpty();
        assertThat(Licences.chosen(new Component("f:six", "6", List.of()))).isEmpty();
    }

    @Test
    void the_page_names_what_is_not_allowed_too() {
        TreeMap<Component, java.util.SortedSet<String>> found = new TreeMap<>();
        found.put(new Component("a:one", "1", List.of("MIT")), new TreeSet<>(List.of("points", "cli")));
        found.put(new Component("e:five", "5", List.of("AGPL-3.0-only")), new TreeSet<>(List.of("cli")));

        assertThat(LicenceList.of(found))
                .contains("| MIT | 1 |", "| a:one | 1 | cli, points |", "## not allowed", "| e:five | 5 | cli |");
    }
}
