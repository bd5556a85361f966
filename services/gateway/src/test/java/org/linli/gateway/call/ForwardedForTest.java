package org.linli.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who stands behind the proxies")
class ForwardedForTest {

    private static final String PEER = "10.0.0.1";

    private final Networks proxies = new Networks(Optional.of(List.of("10.0.0.0/8", "fd00::/8")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is left of the first stranger the caller may have made up
                "9.9.9.9, 203.0.113.7|203.0.113.7",
                "203.0.113.7, 10.0.0.3, 10.0.0.2|203.0.113.7",
                "9.9.9.9 / 203.0.113.7, 10.0.0.2|203.0.113.7",
                "203.0.113.7:4711|203.0.113.7",
                "[2001:db8::7]:4711, fd00::2|2001:db8:0:0:0:0:0:7",
                "::ffff:203.0.113.7|203.0.113.7",
                "unknown, 10.0.0.2|10.0.0.2",
                "203.0.113.7, mayor.example|10.0.0.1",
                "10.0.0.3, 10.0.0.2|10.0.0.3",
                "''|10.0.0.1",
                "', ,'|10.0.0.1"
            })
    @DisplayName("is the last address that none of our proxies has, over all lines of the header")
    void theLastStranger(String lines, String client) {
        List<String> entries = ForwardedFor.entries(Arrays.asList(lines.split(" / ")));

        assertThat(ForwardedFor.client(entries, PEER, proxies)).isEqualTo(client);
    }

    @Test
    @DisplayName("is found at the end of a chain that somebody made very long")
    void longChains() {
        String made = String.join(", ", Collections.nCopies(200, "9.9.9.9"));

        assertThat(ForwardedFor.client(ForwardedFor.entries(List.of(made, "203.0.113.7")), PEER, proxies))
                .isEqualTo("203.0.113.7");
        assertThat(ForwardedFor.entries(List.of(made))).hasSizeLessThan(60);
        assertThat(ForwardedFor.entries(List.of("x".repeat(9_000)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,203.0.113.7",
        "::ffff:203.0.113.7,203.0.113.7",
        "2001:db8:1:2:aaaa::7,2001:db8:1:2::/64",
        "2001:db8:1:2::8,2001:db8:1:2::/64",
        "2001:db8:1:3::8,2001:db8:1:3::/64",
        "fe80::1%eth0,fe80::/64",
        "unknown,unknown"
    })
    @DisplayName("is counted alone in IPv4, and with all of its network in IPv6")
    void counted(String address, String as) {
        assertThat(ForwardedFor.countedAs(address)).isEqualTo(as);
    }
}
