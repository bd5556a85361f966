package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The issuer of test tokens")
class TestIssuerTest {

    private final TestIssuer issuer = TestIssuer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void itsTokenIsValidAgainstItsOwnDiscovery() throws Exception {
        JWTClaimsSet claims = processor().process(issuer.tokenFor("wang"), null);
        assertThat(claims.getSubject()).isEqualTo("wang");
    }

    @Test
    void everyBadTokenIsRefused() {
        refused(issuer.expiredTokenFor("wang"));
        refused(issuer.forgedTokenFor("wang"));
        refused(issuer.tokenFromAnotherIssuer("wang"));
        refused(issuer.unsignedTokenFor("wang"));
    }

    private void refused(String token) {
        Assertions.assertThatThrownBy(() -> processor().process(token, null)).isInstanceOf(BadJOSEException.class);
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws Exception {
        var discovery = RestAssured.get(URI.create(issuer.url() + "/.well-known/openid-configuration"))
                .jsonPath();
        assertThat(discovery.getString("issuer")).isEqualTo(issuer.url());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(
                                URI.create(discovery.getString("jwks_uri")).toURL())
                        .build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer.url()).build(), Set.of("sub", "exp")));
        return processor;
    }
}
