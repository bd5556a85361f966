package org.linli.registration.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * The one-time code with which a recipient's own sign-in is linked. Only a keyed fingerprint of it is stored; wrong
 * tries are counted, and after a few the code is void.
 */
@Entity(name = "SignInCode")
@Table(name = "sign_in_code")
class SignInCode {
    @Id
    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "wrong_tries")
    private int wrongTries;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected SignInCode() {}

    /** The place of a recipient's code; there is none yet. */
    static SignInCode of(UUID recipientId) {
        SignInCode code = new SignInCode();
        code.recipientId = recipientId;
        return code;
    }

    /** A new code takes the place of the one before, which no longer counts. */
    void issue(byte[] hash, UUID by, Instant now, Instant until) {
        codeHash = hash;
        issuedAt = now;
        issuedBy = by;
        expiresAt = until;
        wrongTries = 0;
        voidedAt = null;
        usedAt = null;
    }

    /**
     * Judges a try without using the code up: a wrong one is counted, and the last allowed one voids the code. A code
     * that was used is as good as none.
     */
    Outcome<SignInCode> attempt(byte[] hash, int triesAllowed, Instant now) {
        if (usedAt != null) {
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code");
        }
        if (voidedAt != null) {
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_VOID, "code");
        }
        if (!MessageDigest.isEqual(codeHash, hash)) {
            wrongTries++;
            voidedAt = wrongTries >= triesAllowed ? now : null;
            return Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code");
        }
        return now.isBefore(expiresAt)
                ? Outcome.done(this)
                : Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_EXPIRED, "code");
    }

    /** It works once. */
    void use(Instant now) {
        usedAt = now;
    }
}
