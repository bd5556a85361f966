package org.linli.points.ledger;

import java.util.Objects;
import java.util.UUID;
import org.linli.contracts.AccountId;

/**
 * An account of the ledger (账户). Its id follows from what it is, so that nobody has to look it up; its row opens with
 * the first posting.
 *
 * @param kind what it is for
 * @param owner volunteer, merchant or division (also of a fund)
 * @param unit the scheme, for example {@code POINTS}
 */
public record Account(AccountKind kind, String owner, String unit) {
    private static final UUID NAMESPACE = UUID.fromString("7d1b1a5e-6a0b-5c3e-8a52-0f4a3a9a6c01");

    public Account {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(unit);
    }

    /** What a volunteer may spend. */
    public static Account passbook(UUID volunteerId, String unit) {
        return new Account(AccountKind.PASSBOOK, volunteerId.toString(), unit);
    }

    /** What is set aside of a volunteer's points. */
    public static Account held(UUID volunteerId, String unit) {
        return new Account(AccountKind.HELD, volunteerId.toString(), unit);
    }

    /** What a volunteer owes. */
    public static Account claim(UUID volunteerId, String unit) {
        return new Account(AccountKind.CLAIM, volunteerId.toString(), unit);
    }

    /** Where the points of a bank post come from. */
    public static Account issuer(String division, String unit) {
        return new Account(AccountKind.ISSUER, division, unit);
    }

    /** Where the expired points of a bank post end. */
    public static Account expired(String division, String unit) {
        return new Account(AccountKind.EXPIRED, division, unit);
    }

    /** What a merchant is owed. */
    public static Account payable(UUID merchantId, String unit) {
        return new Account(AccountKind.PAYABLE, merchantId.toString(), unit);
    }

    /** What the charity fund of a division holds. */
    public static Account fund(String division, String unit) {
        return new Account(AccountKind.FUND, division, unit);
    }

    /** UUIDv5 of kind, owner and unit. */
    public UUID id() {
        return AccountId.nameBased(NAMESPACE, kind + "|" + owner + "|" + unit);
    }
}
