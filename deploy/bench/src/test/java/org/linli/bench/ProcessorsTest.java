package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorsTest {
    @Test
    void whoWorkedIsNamedWithTheProcessorsItKeptBusyAndWhoDidNotIsLeftOut() {
        var before = new Processors.Used(0, Map.of("points", 10.0, "PostgreSQL", 4.0, "gateway", 1.0));
        var after = new Processors.Used(2_000_000_000L, Map.of("points", 11.0, "PostgreSQL", 7.0, "gateway", 1.02));

        assertThat(after.since(before)).containsExactlyInAnyOrderEntriesOf(Map.of("points", 0.5, "PostgreSQL", 1.5));
    }
}
