package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void ten_neighbouring_ports_are_counted_from_the_gateway() {
        assertThat(new Ports(8080).byNumber().keySet())
                .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088, 8089);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eighty", "80", "65527", "-1", "99999999999"})
    void what_cannot_be_a_port_is_refused_in_one_sentence(String value) {
        assertThatThrownBy(() -> Ports.parse(value))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("LINLI_PORT must be a number");
    }
}
