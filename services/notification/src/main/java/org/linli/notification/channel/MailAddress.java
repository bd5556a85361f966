package org.linli.notification.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The e-mail address somebody gave, and how far it is proven. It counts once its owner typed the code that was sent
 * there.
 *
 * @param address where mail goes once it is proven
 * @param verifiedAt when it was proven; null while it is not
 * @param wanted where mail shall go instead as soon as that is proven, too; null if nothing is to change
 * @param codeId names the code that was sent last; null once it was typed
 * @param codeUntil how long that code is good
 * @param wrongCodes wrong tries since
 * @param version grows with every change
 */
record MailAddress(
        EmailAddress address,
        Instant verifiedAt,
        EmailAddress wanted,
        UUID codeId,
        Instant codeUntil,
        int wrongCodes,
        long version) {
    MailAddress {
        Objects.requireNonNull(address, "address");
        if (wanted != null && verifiedAt == null) {
            throw new IllegalArgumentException("only a proven address is kept beside another one");
        }
    }

    /** An address that was just given, to be proven by a code. */
    static MailAddress given(EmailAddress address, UUID codeId, Instant codeUntil, long version) {
        return new MailAddress(address, null, null, codeId, codeUntil, 0, version);
    }

    /** Another address in its place: at once while this one is not proven, else as soon as that one is. */
    MailAddress replacedBy(EmailAddress other) {
        return verified()
                ? new MailAddress(address, verifiedAt, other, null, null, 0, version)
                : given(other, null, null, version);
    }

    /** As it was before another one was wanted. */
    MailAddress keptAfterAll() {
        return new MailAddress(address, verifiedAt, null, null, null, 0, version + 1);
    }

    /** Whether a code is to be typed. */
    boolean isToBeProven() {
        return !verified() || wanted != null;
    }

    /** The address that a code goes to. */
    EmailAddress toProve() {
        return wanted != null ? wanted : address;
    }

    boolean verified() {
        return verifiedAt != null;
    }

    /** The same, to be proven by another code; the one before is void. */
    MailAddress withCode(UUID newCode, Instant until) {
        return new MailAddress(address, verifiedAt, wanted, newCode, until, 0, version + 1);
    }

    /**
     * Judges a try.
     *
     * @param typed what the owner typed
     * @param sent the code that was sent
     * @param tries how many wrong ones end a code
     */
    CodeTry tryCode(String typed, String sent, int tries, Instant now) {
        if (codeId == null) {
            return new CodeTry.Absent();
        }
        if (wrongCodes >= tries) {
            return new CodeTry.Spent();
        }
        if (!now.isBefore(codeUntil)) {
            return new CodeTry.Expired();
        }
        byte[] one = typed.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(one, sent.getBytes(StandardCharsets.UTF_8))) {
            MailAddress next =
                    new MailAddress(address, verifiedAt, wanted, codeId, codeUntil, wrongCodes + 1, version + 1);
            return new CodeTry.Wrong(next, tries - next.wrongCodes());
        }
        return new CodeTry.Right(new MailAddress(toProve(), now, null, null, null, 0, version + 1));
    }
}
