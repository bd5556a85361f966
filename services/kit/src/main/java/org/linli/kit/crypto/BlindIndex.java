package org.linli.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed fingerprint (HMAC-SHA-256) of a value that is stored encrypted: equal values have equal fingerprints, so that
 * look-up and uniqueness work, and nobody without the key can test a guess.
 */
@ApplicationScoped
public class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyFiles keys;
    private SecretKeySpec key;

    @Inject
    BlindIndex(KeyFiles keys) {
        this.keys = keys;
    }

    /** The fingerprint of a normalised value; null stays null. */
    public byte[] of(String value) {
        if (value == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            key = new SecretKeySpec(keys.secret("blind-index", 32), ALGORITHM);
        }
        return key;
    }
}
