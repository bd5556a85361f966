package org.linli.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An address of the issuer, as it is reached from inside")
class IssuerAddressTest {
    private static final String NAME = "https://sign-in.example/realms/linli";
    private static final String INSIDE = "http://sign-in:8080/realms/linli";

    @Test
    @DisplayName("is the one inside where the issuer names the one outside")
    void outside() {
        assertThat(Issuer.fromHere(NAME + "/protocol/openid-connect/revoke", NAME, INSIDE + "/"))
                .isEqualTo(INSIDE + "/protocol/openid-connect/revoke");
    }

    @Test
    @DisplayName("stays what it is where it is inside already, or of somebody else")
    void stays() {
        assertThat(Issuer.fromHere(INSIDE + "/token", NAME, INSIDE)).isEqualTo(INSIDE + "/token");
        assertThat(Issuer.fromHere(NAME + "-other/token", NAME, INSIDE)).isEqualTo(NAME + "-other/token");
    }
}
