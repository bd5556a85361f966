package org.linli.contracts.activity;

/** Who wrote a review. */
public enum ReviewSide {
    RECIPIENT,
    VOLUNTEER
}
