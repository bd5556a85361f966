package org.linli.points;

import org.linli.kit.Refusal;

/** Why points says no, in order of precedence. Sentences: {@code problems*.properties}. */
public enum PointsRefusal implements Refusal {
    // rules
    RULE_TERMS_INVALID("rule-terms-invalid", 400),
    RULE_IN_THE_PAST("rule-in-the-past", 409),
    RULE_KIND_DIFFERS("rule-kind-differs", 409),
    RULE_OVERLAPS("rule-overlaps", 409),
    RULE_CLOSED("rule-closed", 409),
    // the ledger
    POSTING_DIFFERS("posting-differs", 409),
    POSTING_UNKNOWN("posting-unknown", 404),
    POSTING_NOT_REVERSIBLE("posting-not-reversible", 409),
    POSTING_ALREADY_REVERSED("posting-already-reversed", 409),
    HOLD_ENDED("hold-ended", 409),
    CAP_REACHED("cap-reached", 409),
    BALANCE_TOO_LOW("balance-too-low", 409),
    // badges
    BADGE_REVOKED_ALREADY("badge-revoked-already", 409),
    BADGE_REVOKED("badge-revoked", 409),
    // the verification
    VERIFICATION_UNDER_WAY("verification-under-way", 409);

    private final String code;
    private final int status;

    PointsRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
