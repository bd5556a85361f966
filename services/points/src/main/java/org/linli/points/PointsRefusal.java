package org.linli.points;

import org.linli.kit.Refusal;

/** Why points says no, in order of precedence. Sentences: {@code problems*.properties}. */
public enum PointsRefusal implements Refusal {
    // rules
    RULE_TERMS_INVALID("rule-terms-invalid", 400),
    RULE_IN_THE_PAST("rule-in-the-past", 409),
    RULE_KIND_DIFFERS("rule-kind-differs", 409),
    RULE_NAMES_DIFFER("rule-names-differ", 409),
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
    // schemes
    SCHEME_TERMS_INVALID("scheme-terms-invalid", 400),
    UNIT_UNKNOWN("unit-unknown", 400),
    // merchants and their tills
    MERCHANT_LEFT("merchant-left", 409),
    MERCHANT_NOT_ACTIVE("merchant-not-active", 409),
    MERCHANT_NOT_SUSPENDED("merchant-not-suspended", 409),
    TILL_CODE_WRONG("till-code-wrong", 403),
    TILL_CODE_EXPIRED("till-code-expired", 403),
    // offers
    OFFER_TERMS_INVALID("offer-terms-invalid", 400),
    DIVISION_UNKNOWN("division-unknown", 400),
    UNIT_NOT_REDEEMABLE("unit-not-redeemable", 409),
    OFFER_WITHDRAWN("offer-withdrawn", 409),
    STOCK_ALREADY_TAKEN("stock-already-taken", 409),
    // redemption
    VOLUNTEER_NOT_ACTIVE("volunteer-not-active", 409),
    OFFER_NOT_ON_SALE("offer-not-on-sale", 409),
    OFFER_NOT_FOR_YOU("offer-not-for-you", 409),
    NOT_INVITED("not-invited", 409),
    OFFER_FOR_EVERYBODY("offer-for-everybody", 409),
    WINDOW_CLOSED("window-closed", 409),
    OWN_LIMIT_REACHED("own-limit-reached", 409),
    SOLD_OUT("sold-out", 409),
    SOLD_OUT_THIS_MONTH("sold-out-this-month", 409),
    OFFER_CHANGED("offer-changed", 409),
    // the till
    TOO_MANY_TRIES("too-many-tries", 429),
    CODE_NOT_VALID("code-not-valid", 404),
    CODE_ALREADY_USED("code-already-used", 409),
    CODE_LAPSED("code-lapsed", 409),
    CODE_CANCELLED("code-cancelled", 409),
    // gifts
    RECEIVER_INVALID("receiver-invalid", 400),
    UNIT_NOT_TRANSFERABLE("unit-not-transferable", 409),
    UNIT_NOT_DONATABLE("unit-not-donatable", 409),
    GIVER_IS_A_MINOR("giver-is-a-minor", 409),
    RECEIVER_NOT_ACTIVE("receiver-not-active", 409),
    TRANSFER_LIMIT_REACHED("transfer-limit-reached", 409),
    MINIMUM_LEFT("minimum-left", 409),
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
