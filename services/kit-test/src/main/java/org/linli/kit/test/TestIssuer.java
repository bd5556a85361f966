package org.linli.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect issuer on loopback and the tokens it gives, good and bad. Its keys are generated for each run: the
 * library's own ones are public.
 */
public final class TestIssuer implements AutoCloseable {

    /** The issuer under which tests register, as the path of its URL. */
    private static final String NAME = "linli";

    private static final String STRANGER = "stranger";
    static final String AUDIENCE = "linli";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int KEY_BITS = 2048;

    private final MockOAuth2Server server;
    private final String base;
    private final RSAKey key;
    private final RSAKey strangersKey;
    private final RSAKey forgersKey;

    private TestIssuer(MockOAuth2Server server, String base, KeyProvider keys) {
        this.server = server;
        this.base = base;
        this.key = keys.signingKey(NAME).toRSAKey();
        this.strangersKey = keys.signingKey(STRANGER).toRSAKey();
        this.forgersKey = newKey(NAME);
    }

    /** Starts the issuer on a free port of 127.0.0.1. */
    public static TestIssuer start() {
        KeyProvider keys = new KeyProvider(List.of(newKey("first"), newKey("second")), JWSAlgorithm.RS256.getName());
        OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys);
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(false, null, null, false, tokens));
        server.start(InetAddress.getLoopbackAddress(), 0);
        return new TestIssuer(server, "http://127.0.0.1:" + server.baseUrl().port() + "/", keys);
    }

    /** The issuer as it stands in {@code iss}; {@code /.well-known/openid-configuration} below it. */
    public String url() {
        return base + NAME;
    }

    /** A token that must be accepted, valid for an hour. */
    public String tokenFor(String subject) {
        return signed(claims(url(), subject, Instant.now()), key);
    }

    /** A rightly signed token whose hour ended an hour ago. */
    public String expiredTokenFor(String subject) {
        return signed(claims(url(), subject, Instant.now().minus(LIFE.multipliedBy(2))), key);
    }

    /** A token that names the right key but is signed with another one. */
    public String forgedTokenFor(String subject) {
        return signed(claims(url(), subject, Instant.now()), forgersKey);
    }

    /** A rightly signed token of an issuer that the service was not told to trust. */
    public String tokenFromAnotherIssuer(String subject) {
        return signed(claims(base + STRANGER, subject, Instant.now()), strangersKey);
    }

    /** A rightly signed token that was given for another service of the same sign-in. */
    public String tokenForAnotherAudience(String subject) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(claims(url(), subject, Instant.now()))
                .audience("another-service")
                .build();
        return signed(claims, key);
    }

    /** A token without signature ({@code alg: none}). */
    public String unsignedTokenFor(String subject) {
        return new PlainJWT(claims(url(), subject, Instant.now())).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static JWTClaimsSet claims(String issuer, String subject, Instant from) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(from))
                .notBeforeTime(Date.from(from))
                .expirationTime(Date.from(from.plus(LIFE)))
                .build();
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("A generated key does not sign", impossible);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("No RSA key can be generated", impossible);
        }
    }
}
