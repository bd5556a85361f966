package org.linli.points.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What is left of one credit to a passbook (批次).
 *
 * @param id the posting that opened it
 * @param accountId the passbook's account
 * @param number its place among the postings of the account
 * @param amount hundredths at first
 * @param remaining hundredths now
 * @param expiresAt first moment it no longer counts; null if never
 * @param moves how often it was taken from or given back to
 */
record Lot(UUID id, UUID accountId, long number, long amount, long remaining, Instant expiresAt, int moves) {
    /** First expiring first, then the oldest. */
    static final Comparator<Lot> TO_SPEND = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::number);

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The lot after {@code taken} hundredths were taken, or given back if below zero. */
    Lot less(long taken) {
        return new Lot(id, accountId, number, amount, remaining - taken, expiresAt, moves + 1);
    }
}
