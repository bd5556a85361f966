package org.linli.points.ledger;

/** What an account is for. The balance of an account is its credits minus its debits; over all accounts it is zero. */
public enum AccountKind {
    /** 发行账户: where a bank post's points come from and go back to; without a floor, so normally below zero. */
    ISSUER(false),
    /** 存折: the points a volunteer may spend. */
    PASSBOOK(true),
    /** 冻结: points set aside for a redemption that is neither fulfilled nor lapsed. */
    HELD(true),
    /** 过期: where expired points end. */
    EXPIRED(true),
    /** 应付: what a merchant is owed for fulfilled redemptions. */
    PAYABLE(true),
    /** 基金: what a division's charity fund was given. */
    FUND(true),
    /** 欠分: what a volunteer still owes after points already spent were taken back; never above zero. */
    CLAIM(false);

    private final boolean floored;

    AccountKind(boolean floored) {
        this.floored = floored;
    }

    /** Whether the balance may never fall below zero. */
    public boolean floored() {
        return floored;
    }
}
