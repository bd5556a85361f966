package org.linli.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The table of routes")
class RouteTableTest {

    private static final Pattern PATH = Pattern.compile(" {2}(/\\S+):");

    @ParameterizedTest
    @EnumSource(Service.class)
    @DisplayName("knows by its path whether an operation of a service answers with an event stream")
    void streams(Service service) throws Exception {
        Path contract =
                Path.of(System.getProperty("linli.root", "../.."), "contracts", "openapi", service.label() + ".yaml");
        Set<String> paths = new LinkedHashSet<>();
        Set<String> streams = new LinkedHashSet<>();
        String path = "";
        for (String line : Files.readAllLines(contract)) {
            Matcher begins = PATH.matcher(line);
            if (begins.matches()) {
                path = begins.group(1);
                paths.add(path);
            }
            if (line.contains("text/event-stream")) {
                streams.add(path);
            }
        }

        assertThat(paths).isNotEmpty();
        assertThat(paths.stream().filter(RouteTable::isStream)).containsExactlyElementsOf(streams);
    }

    @Test
    @DisplayName("knows which call may wait until something happens, and that no other of its resource does")
    void waits() {
        assertThat(RouteTable.isWaiting("/api/v1/events")).isTrue();
        assertThat(RouteTable.isWaiting("/api/v1/events/stream")).isTrue();
        assertThat(RouteTable.isWaiting("/api/v1/events/summary")).isFalse();
        assertThat(RouteTable.isStream("/api/v1/events")).isFalse();
    }
}
