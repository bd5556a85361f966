package org.linli.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;

/**
 * A one-time code with which somebody's own sign-in is linked to a file that a station keeps of them. Only a keyed
 * fingerprint of it is stored; wrong tries are counted, and after a few the code is void.
 */
@Embeddable
public class OneTimeCode {
    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "wrong_tries")
    private Integer wrongTries;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    /** For Hibernate. */
    protected OneTimeCode() {}

    /**
     * A new code; it takes the place of the one before.
     *
     * @param hash fingerprint of the code
     * @param until first moment at which it no longer works
     */
    public static OneTimeCode issued(byte[] hash, UUID by, Instant now, Instant until) {
        OneTimeCode code = new OneTimeCode();
        code.codeHash = hash.clone();
        code.issuedAt = now;
        code.issuedBy = by;
        code.expiresAt = until;
        code.wrongTries = 0;
        return code;
    }

    /**
     * This, unless somebody brings it who gave it out: whoever prints a code could take anybody's place with it, and no
     * second person would ever have been there. No try is counted.
     */
    public Outcome<OneTimeCode> broughtBy(UUID account) {
        return account.equals(issuedBy) ? Outcome.refused(RegistrationRefusal.OWN_CODE, "code") : Outcome.done(this);
    }

    /**
     * Judges a try without using the code up: a wrong one is counted, and the last allowed one voids the code. A code
     * that was used is as good as none.
     */
    public Outcome<OneTimeCode> attempt(byte[] hash, int triesAllowed, Instant now) {
        if (usedAt != null) {
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code");
        }
        if (voidedAt != null) {
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_VOID, "code");
        }
        if (!MessageDigest.isEqual(codeHash, hash)) {
            wrongTries = wrongTries + 1;
            voidedAt = wrongTries >= triesAllowed ? now : null;
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code");
        }
        return now.isBefore(expiresAt)
                ? Outcome.done(this)
                : Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_EXPIRED, "code");
    }

    /** It works once. */
    public void use(Instant now) {
        usedAt = now;
    }
}
