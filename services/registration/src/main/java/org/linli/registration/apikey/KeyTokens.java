package org.linli.registration.apikey;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.linli.kit.access.DeviceTokens;
import org.linli.kit.crypto.KeyFiles;

/** Signs the tokens that services get in place of keys. The signing key is a file that persists with the data. */
@ApplicationScoped
@Startup // a missing or broken key is found at the start, not by the first device that calls
class KeyTokens {
    /** How long a token lasts; services look at rights with each call, so it need not be short. */
    static final Duration LASTING = Duration.ofMinutes(5);

    private static final int KEY_BITS = 2048;
    private static final String FILE = "api-key-tokens.jwk";
    /** By how much the clocks of our machines may differ. */
    private static final int SKEW_SECONDS = 5;

    private final PublicJsonWebKey signing;

    @Inject
    KeyTokens(KeyFiles files) {
        try {
            signing = PublicJsonWebKey.Factory.newPublicJwk(files.text(FILE, KeyTokens::fresh));
        } catch (JoseException broken) {
            throw new IllegalStateException("the key in " + FILE + " cannot be used", broken);
        }
    }

    /** A token for the account of a key. */
    String of(UUID key, Duration lasting) {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(DeviceTokens.ISSUER);
            claims.setSubject(key.toString());
            claims.setIssuedAtToNow();
            NumericDate end = NumericDate.now();
            end.addSeconds(lasting.toSeconds() + SKEW_SECONDS);
            claims.setExpirationTime(end);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(signing.getPrivateKey());
            signature.setKeyIdHeaderValue(signing.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a token cannot be signed", impossible);
        }
    }

    /** The public key, as a set (RFC 7517). */
    String published() {
        return new JsonWebKeySet(signing).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String fresh() {
        try {
            var made = RsaJwkGenerator.generateJwk(KEY_BITS);
            made.setUse(Use.SIGNATURE);
            made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            made.setKeyId(UUID.randomUUID().toString());
            return made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException impossible) {
            throw new IllegalStateException("no key can be made", impossible);
        }
    }
}
