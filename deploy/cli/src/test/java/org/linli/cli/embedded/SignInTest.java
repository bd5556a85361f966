package org.linli.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.cli.Personas;

class SignInTest {
    @TempDir
    private Path directory;

    private int port;
    private String issuer;
    private SignIn signIn;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        issuer = "http://127.0.0.1:" + port + "/linli";
        signIn = SignIn.start(directory.resolve("key"), port);
    }

    @AfterEach
    void stop() {
        signIn.stop(Duration.ZERO);
    }

    @Test
    void a_token_says_who_and_by_whom_for_one_hour() throws Exception {
        SignedJWT token = SignedJWT.parse(new Personas(issuer).token("volunteer-3"));

        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("demo-volunteer-3");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        assertThat(isSignedByIssuer(token)).isTrue();
    }

    @Test
    void anybody_a_story_invents_gets_a_token_too() throws Exception {
        SignedJWT token = SignedJWT.parse(new Personas(issuer).tokenForSubject("story-7 邻居"));

        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("story-7 邻居");
    }

    @Test
    void a_token_is_still_good_after_the_server_was_started_anew() throws Exception {
        SignedJWT token = SignedJWT.parse(new Personas(issuer).token("operator"));

        signIn.stop(Duration.ZERO);
        // The port is given back a moment later.
        await().ignoreExceptions().until(() -> {
            signIn = SignIn.start(directory.resolve("key"), port);
            return true;
        });

        assertThat(isSignedByIssuer(token)).isTrue();
    }

    @Test
    void the_public_keys_of_the_library_are_not_used() throws Exception {
        assertThat(JWKSet.load(URI.create(issuer + "/jwks").toURL()).getKeys()).hasSize(1);
        assertThat(getClass().getResource("/mock-oauth2-server-keys.json")).isNotNull();
        JWKSet theirs = JWKSet.load(getClass().getResourceAsStream("/mock-oauth2-server-keys.json"));
        String ours = JWKSet.load(URI.create(issuer + "/jwks").toURL())
                .getKeys()
                .getFirst()
                .computeThumbprint()
                .toString();

        assertThat(theirs.getKeys()).noneMatch(key -> thumbprint(key).equals(ours));
    }

    private static String thumbprint(com.nimbusds.jose.jwk.JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (com.nimbusds.jose.JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    private boolean isSignedByIssuer(SignedJWT token) throws Exception {
        JWKSet keys = JWKSet.load(URI.create(issuer + "/jwks").toURL());
        return token.verify(new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey()));
    }
}
