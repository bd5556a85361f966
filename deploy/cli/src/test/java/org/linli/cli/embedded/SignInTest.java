package org.linli.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
    void a_browser_is_asked_which_of_the_people_it_is() throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create(issuer + "/authorize?client_id=linli-gateway"
                        + "&response_type=code&scope=openid&state=s&redirect_uri=http://127.0.0.1/back"))
                .build();

        String page = HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(Personas.names())
                .allSatisfy(name -> assertThat(page).contains("value=\"" + Personas.subject(name) + "\""));
    }

    @Test
    void whoever_is_chosen_comes_back_with_a_code_for_the_tokens_of_a_session() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        String verifier = "v".repeat(43);
        String question = "client_id=linli-gateway&response_type=code&scope=openid&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge=" + sha256(verifier)
                + "&redirect_uri=http://127.0.0.1/back";
        HttpResponse<String> back = post(browser, "/authorize?" + question, "username=demo-leader");
        String code = back.headers().firstValue("location").orElseThrow().replaceAll(".*[?&]code=([^&]*).*", "$1");

        String exchange =
                "grant_type=authorization_code&client_id=linli-gateway&redirect_uri=http://127.0.0.1/back&code=" + code
                        + "&code_verifier=" + verifier;
        JsonNode tokens =
                new JsonMapper().readTree(post(browser, "/token", exchange).body());

        assertThat(subject(tokens)).isEqualTo("demo-leader");
        var id = SignedJWT.parse(tokens.path("id_token").asText()).getJWTClaimsSet();
        assertThat(id.getStringClaim("nonce")).isEqualTo("n");
        assertThat(id.getAudience()).contains("linli-gateway");
        assertThat(id.getIssuer()).isEqualTo(issuer);
        String renewal = "grant_type=refresh_token&client_id=linli-gateway&refresh_token="
                + tokens.path("refresh_token").asText();
        assertThat(subject(new JsonMapper()
                        .readTree(post(browser, "/token", renewal).body())))
                .isEqualTo("demo-leader");
    }

    private static String subject(JsonNode tokens) throws Exception {
        return SignedJWT.parse(tokens.path("access_token").asText())
                .getJWTClaimsSet()
                .getSubject();
    }

    private HttpResponse<String> post(HttpClient browser, String path, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
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
