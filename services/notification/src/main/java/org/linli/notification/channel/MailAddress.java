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
 * @param address where mail goes
 * @param verifiedAt when it was proven; null while it is not
 * @param codeId names the code that was sent last; null once it was typed
 * @param codeUntil how long that code is good
 * @param wrongCodes wrong tries since
 * @param version grows with every change
 */
record MailAddress(
        EmailAddress address, Instant verifiedAt, UUID codeId, Instant codeUntil, int wrongCodes, long version) {
    MailAddress {
        Objects.requireNonNull(address, "address");
    }

    /** An address that was just given, to be proven by a code. */
    static MailAddress given(EmailAddress address, UUID codeId, Instant codeUntil, long version) {
        return new MailAddress(address, null, codeId, codeUntil, 0, version);
    }

    boolean verified() {
        return verifiedAt != null;
    }

    /** The same address, to be proven by another code; the one before is void. */
    MailAddress withCode(UUID newCode, Instant until) {
        return given(address, newCode, until, version + 1);
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
            MailAddress next = new MailAddress(address, null, codeId, codeUntil, wrongCodes + 1, version + 1);
            return new CodeTry.Wrong(next, tries - next.wrongCodes());
        }
        return new CodeTry.Right(new MailAddress(address, now, null, null, 0, version + 1));
    }
}
