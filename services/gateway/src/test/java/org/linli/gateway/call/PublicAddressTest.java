package org.linli.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Our own address")
class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://linli.example", "https://linli.example/", "https://linli.example//"})
    @DisplayName("is an origin without a slash, however it was configured")
    void withoutSlash(String configured) {
        assertThat(PublicAddress.origin(Optional.of(URI.create(configured)))).hasValue("https://linli.example");
    }
}
