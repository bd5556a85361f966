package org.linli.points.ledger;

/** What a posting did. */
public enum PostingKind {
    /** A rule gave points: issuer to passbook. */
    EARNED,
    /** An earned posting was taken back: passbook to issuer. */
    REVERSED,
    /** The part of it that was already spent: claim to issuer. */
    CLAIMED,
    /** A later credit paid a claim: passbook to claim. */
    SETTLED,
    /** Points were set aside for a redemption: passbook to held. */
    HELD,
    /** What was set aside was handed over: held to the receiver. */
    FULFILLED,
    /** What was set aside was not fetched: held to passbook. */
    LAPSED,
    /** A lot ended: passbook to expired. */
    EXPIRED,
    /** Points were given to somebody else, one posting for each lot they came from: passbook to passbook. */
    TRANSFERRED,
    /** Points were given to a charity fund: passbook to fund. */
    DONATED
}
