package org.linli.points.badge;

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

/**
 * One key of those that sign or signed credentials. RS256 is the algorithm that every verifier of Open Badges 3.0 must
 * know (section 8.2.2).
 */
final class BadgeKey {
    private static final int BITS = 2048;
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final RsaJsonWebKey key;
    private final String thumbprint;

    private BadgeKey(RsaJsonWebKey key, String thumbprint) {
        this.key = key;
        this.thumbprint = thumbprint;
    }

    /**
     * Reads a key.
     *
     * @param jwk its JSON; without the private half it signs nothing and verifies what it signed
     * @param base where the world finds keys: its address is one below, by its thumbprint
     */
    static BadgeKey of(String jwk, String base) {
        try {
            if (!(JsonWebKey.Factory.newJwk(jwk) instanceof RsaJsonWebKey key)) {
                throw new IllegalStateException("a key of badges is no RSA key");
            }
            String thumbprint = key.calculateBase64urlEncodedThumbprint("SHA-256");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            key.setKeyId(base + "/" + thumbprint);
            return new BadgeKey(key, thumbprint);
        } catch (JoseException broken) {
            throw new IllegalStateException("a key of badges does not read", broken);
        }
    }

    /** The JSON of a new key, both halves. */
    static String fresh() {
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
        signature.setKeyIdHeaderValue(address());
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
            return named(signature.getKeyIdHeaderValue()) && signature.verifySignature()
                    ? Optional.of(signature.getPayload())
                    : Optional.empty();
        } catch (JoseException unreadable) {
            return Optional.empty();
        }
    }

    /** By the thumbprint alone: what was signed while the service had another address verifies all the same. */
    private boolean named(String address) {
        return address != null && thumbprint.equals(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Where the world finds the public half. */
    String address() {
        return key.getKeyId();
    }

    /** The last part of its address: the SHA-256 thumbprint of the public half (RFC 7638). */
    String thumbprint() {
        return thumbprint;
    }

    /** The public half. */
    Map<String, Object> publicJwk() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
