package org.linli.points.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The part of the ledger that some acts concern, as it stood when the passbooks were locked.
 *
 * @param passbooks by volunteer; who is missing has none
 * @param balances by account; an account that is missing has no postings yet
 * @param known by posting id; what is missing was never posted
 * @param earned by account and day: what rules gave for that day and was not taken back
 * @param lots of the accounts that may be debited, in any order
 * @param allocations of the known holds
 */
record Snapshot(
        Map<UUID, Passbook> passbooks,
        Map<UUID, Long> balances,
        Map<UUID, Known> known,
        Map<Day, Long> earned,
        List<Lot> lots,
        List<Allocation> allocations) {

    /** A day of an account. */
    record Day(UUID accountId, LocalDate date) {}
}
