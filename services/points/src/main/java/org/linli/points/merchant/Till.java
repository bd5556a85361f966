package org.linli.points.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * A place at the till of a shop (收银): first a one-time code that somebody was handed, then the sign-in that brought it.
 * Whoever locked the shop's row may change it.
 */
@Entity(name = "Till")
class Till {
    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "code_hash")
    private byte[] codeHash;

    @Column(name = "code_until")
    private Instant codeUntil;

    @Column(name = "wrong_tries")
    private int wrongTries;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    /** For Hibernate. */
    protected Till() {}

    /** A place for whoever brings the code. */
    static Till open(UUID id, UUID merchantId) {
        Till till = new Till();
        till.id = id;
        till.merchantId = merchantId;
        return till;
    }

    /** A new code takes the place of the one before. */
    void issue(byte[] hash, UUID by, Instant until) {
        codeHash = hash;
        codeUntil = until;
        issuedBy = by;
        wrongTries = 0;
    }

    /** Links a sign-in if the code is right; a wrong try is counted, and the last allowed one voids the code. */
    Outcome<Till> link(UUID account, byte[] hash, int triesAllowed, Instant now) {
        if (!MessageDigest.isEqual(codeHash, hash)) {
            wrongTries++;
            closedAt = wrongTries >= triesAllowed ? now : null;
            return Outcome.refused(PointsRefusal.TILL_CODE_WRONG, "code");
        }
        if (!now.isBefore(codeUntil)) {
            return Outcome.refused(PointsRefusal.TILL_CODE_EXPIRED, "code");
        }
        accountId = account;
        linkedAt = now;
        codeHash = null;
        codeUntil = null;
        return Outcome.done(this);
    }

    /** It no longer opens. */
    void close(Instant now) {
        closedAt = now;
    }

    TillView view() {
        return new TillView(id, merchantId, accountId, linkedAt);
    }

    UUID id() {
        return id;
    }

    UUID merchantId() {
        return merchantId;
    }
}
