package org.linli.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id under which every service knows a sign-in: UUIDv5 (RFC 9562) of issuer and subject, so that nobody has to be
 * asked for it and the subject itself never travels in an event.
 */
public final class AccountId {
    /** Namespace of account ids; fixed for ever. */
    private static final UUID NAMESPACE = UUID.fromString("5c0f2f0e-6f0b-5d0a-9a55-1f7b7d0c2b11");

    private AccountId() {}

    /** The account of {@code subject} at {@code issuer}. */
    public static UUID of(String issuer, String subject) {
        return nameBased(NAMESPACE, issuer + "|" + subject);
    }

    /** UUIDv5: the same name in the same namespace always gives the same id. */
    public static UUID nameBased(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }
}
