package org.linli.points.redemption;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.crypto.FieldCipher;
import org.linli.points.PointsConfiguration;

/**
 * Makes codes and reads them back. What is stored is a keyed fingerprint of each and both encrypted, so that whoever
 * reads the database can neither use a code nor test a guess. Made at the start, so that a missing key is noticed then.
 */
@ApplicationScoped
@Startup
class Codes {
    private static final int DIGITS = 1_000_000;
    private static final int SECRET_BYTES = 16;
    private static final String TABLE = "redemption";
    private static final String COLUMN = "code_sealed";

    private final SecureRandom random = new SecureRandom();
    private final BlindIndex index;
    private final FieldCipher cipher;
    private final String linkPrefix;

    @Inject
    Codes(BlindIndex index, FieldCipher cipher, PointsConfiguration configuration) {
        this.index = index;
        this.cipher = cipher;
        this.linkPrefix = configuration.redemption().linkPrefix();
        index.of("a key is there");
    }

    /**
     * What a person shows at the till.
     *
     * @param digits six of them, to be typed
     * @param secret 128 random bits, to be scanned
     */
    record Code(String digits, String secret) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** What is stored of a code. */
    record Stored(byte[] digitsHash, byte[] secretHash, byte[] sealed) {}

    Code fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Code(
                "%06d".formatted(random.nextInt(DIGITS)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    Stored store(Code code, UUID redemptionId, UUID merchantId) {
        return new Stored(
                digitsHash(merchantId, code.digits()),
                secretHash(code.secret()),
                cipher.encrypt(code.digits() + " " + code.secret(), TABLE, redemptionId, COLUMN));
    }

    Code read(byte[] sealed, UUID redemptionId) {
        String[] parts = cipher.decrypt(sealed, TABLE, redemptionId, COLUMN).split(" ", 2);
        return new Code(parts[0], parts[1]);
    }

    /** The same six digits mean something else at every shop. */
    byte[] digitsHash(UUID merchantId, String digits) {
        return index.of("redemption-digits|" + merchantId + "|" + digits);
    }

    byte[] secretHash(String secret) {
        return index.of("redemption-secret|" + secret);
    }

    /** What the QR code says. */
    String link(Code code) {
        return linkPrefix + code.secret();
    }

    /** The secret in what was scanned: the whole link or what stands behind its last '#'. */
    static String secretOf(String scanned) {
        return scanned.substring(scanned.lastIndexOf('#') + 1);
    }
}
