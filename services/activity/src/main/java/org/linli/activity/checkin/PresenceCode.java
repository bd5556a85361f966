package org.linli.activity.checkin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The rotating code of one request (动态签到码): a signed token for the QR code and six digits beside it. Both change with
 * every step of time and hold for one request only; a step before and after counts too, for slow scanners and clocks.
 * The digits are made as in RFC 6238 (time-based one-time passwords), with SHA-256 and the request bound in.
 */
final class PresenceCode {
    private static final int VERSION = 1;
    private static final int SIGNED_BYTES = 1 + Long.BYTES * 3;
    private static final int SIGNATURE_BYTES = 16;
    private static final int DIGITS = 1_000_000;

    private final byte[] secret;
    private final long stepSeconds;
    private final int tolerance;

    /**
     * @param secret key of the signature
     * @param step how long a code is shown, whole seconds
     * @param tolerance how many steps before and after still count
     */
    PresenceCode(byte[] secret, Duration step, int tolerance) {
        this.secret = secret.clone();
        this.stepSeconds = step.toSeconds();
        this.tolerance = tolerance;
    }

    /** A code as it is shown: from the beginning of its step until it no longer counts. */
    record Shown(String token, String digits, Instant validFrom, Instant validUntil) {}

    /** What a token is worth. */
    enum Judgement {
        VALID,
        /** Ours, but of another time. */
        EXPIRED,
        /** Forged, damaged or of another request. */
        INVALID
    }

    /** The code of a request at a time. */
    Shown show(UUID request, Instant now) {
        long step = stepOf(now);
        return new Shown(
                token(request, step),
                digits(request, step),
                Instant.ofEpochSecond(step * stepSeconds),
                Instant.ofEpochSecond((step + 1 + tolerance) * stepSeconds));
    }

    /** The request that a token was made for; empty if it is not one of ours. */
    Optional<UUID> requestOf(String token) {
        return read(token).map(Read::request);
    }

    /** Judges a token, or the whole URL that ends in it. */
    Judgement judgeToken(UUID request, String tokenOrUrl, Instant now) {
        return read(tokenOrUrl)
                .filter(read -> read.request().equals(request))
                .map(read -> Math.abs(read.step() - stepOf(now)) <= tolerance ? Judgement.VALID : Judgement.EXPIRED)
                .orElse(Judgement.INVALID);
    }

    /** Whether the digits are those of the request now, a step before or a step after. */
    boolean digitsFit(UUID request, String digits, Instant now) {
        byte[] given = digits.getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (long step = stepOf(now) - tolerance; step <= stepOf(now) + tolerance; step++) {
            fits |= MessageDigest.isEqual(digits(request, step).getBytes(StandardCharsets.UTF_8), given);
        }
        return fits;
    }

    private record Read(UUID request, long step) {}

    private Optional<Read> read(String tokenOrUrl) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(tokenOrUrl.substring(tokenOrUrl.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != SIGNED_BYTES + SIGNATURE_BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, SIGNED_BYTES - 1);
        Read read = new Read(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong());
        byte[] ours = Base64.getUrlDecoder().decode(token(read.request(), read.step()));
        return MessageDigest.isEqual(ours, bytes) ? Optional.of(read) : Optional.empty();
    }

    private String token(UUID request, long step) {
        byte[] signed = signed(VERSION, request, step);
        byte[] all = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(signed)
                .put(sign("token", signed), 0, SIGNATURE_BYTES)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Dynamic truncation of RFC 4226, section 5.3. */
    private String digits(UUID request, long step) {
        byte[] mac = sign("digits", signed(VERSION, request, step));
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        return String.format("%06d", number % DIGITS);
    }

    private static byte[] signed(int version, UUID request, long step) {
        return ByteBuffer.allocate(SIGNED_BYTES)
                .put((byte) version)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .putLong(step)
                .array();
    }

    private byte[] sign(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", impossible);
        }
    }

    private long stepOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), stepSeconds);
    }
}
