package org.linli.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks a JSON Web Token against one set of keys (RFC 7519, with the advice of RFC 8725): only signatures by a
 * public key count, so neither {@code none} nor a public key abused as an HMAC secret gets through.
 */
final class TokenSignature {

    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final JwtConsumer consumer;

    TokenSignature(List<JsonWebKey> keys, String issuer, Optional<String> audience, int skewSeconds) {
        // Secret keys have no business in a published set; without them there is nothing to confuse.
        List<JsonWebKey> publicKeys = keys.stream()
                .filter(PublicJsonWebKey.class::isInstance)
                .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                .toList();
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(publicKeys))
                .setExpectedIssuer(issuer)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(skewSeconds);
        audience.ifPresentOrElse(builder::setExpectedAudience, builder::setSkipDefaultAudienceValidation);
        consumer = builder.build();
    }

    Outcome check(String token) {
        try {
            var claims = consumer.processToClaims(token);
            return new Outcome.Good(
                    claims.getSubject(),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException refused) {
            if (refused.hasExpired()) {
                return new Outcome.Expired();
            }
            return refused.getCause() instanceof UnresolvableKeyException
                    ? new Outcome.UnknownKey()
                    : new Outcome.Bad();
        } catch (MalformedClaimException refused) {
            return new Outcome.Bad();
        }
    }

    /** Sealed because an unknown key is worth a second look at the issuer's keys, and nothing else is. */
    sealed interface Outcome {
        record Good(String subject, Instant until) implements Outcome {}

        record Expired() implements Outcome {}

        record UnknownKey() implements Outcome {}

        record Bad() implements Outcome {}
    }
}
