package org.linli.points.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.linli.kit.crypto.KeyFiles;
import org.linli.points.PointsConfiguration;

/**
 * The key that signs credentials; it lives as long as the data. RS256 is the algorithm that every verifier of Open
 * Badges 3.0 must know (section 8.2.2).
 */
@ApplicationScoped
class BadgeKey {
    private static final String FILE = "badge-signing.jwk";
    private static final int BITS = 2048;
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final RsaJsonWebKey key;
    private final String address;

    @Inject
    BadgeKey(KeyFiles files, PointsConfiguration configuration) {
        try {
            key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(files.text(FILE, BadgeKey::fresh));
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            address = configuration.badges().publicUrl() + "/open-badges/keys/"
                    + key.calculateBase64urlEncodedThumbprint("SHA-256");
            key.setKeyId(address);
        } catch (JoseException broken) {
            throw new IllegalStateException("the key file " + FILE + " holds no RSA key", broken);
        }
    }

    private static String fresh() {
        try {
            return RsaJwkGenerator.generateJwk(BITS).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException impossible) {
            throw new IllegalStateException("every Java makes RSA keys", impossible);
        }
    }

    /** A compact JWS of a JSON text. */
    String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(address);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException broken) {
            throw new IllegalStateException("the key of badges does not sign", broken);
        }
    }

    /** What a compact JWS says, if this key signed it just so. */
    Optional<String> verified(String compact) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(ONLY_RS256);
        signature.setKey(key.getPublicKey());
        try {
            signature.setCompactSerialization(compact);
            return signature.verifySignature() ? Optional.of(signature.getPayload()) : Optional.empty();
        } catch (JoseException unreadable) {
            return Optional.empty();
        }
    }

    /** Where the world finds the public half. */
    String address() {
        return address;
    }

    /** The public half. */
    Map<String, Object> publicJwk() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
