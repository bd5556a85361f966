package org.linli.activity.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How an entry came into the books.
 *
 * @param by the account that brought it about
 * @param at when
 * @param recordBy the day by which it must be decided (Order 67, art. 11)
 * @param earnsPoints whether points rules apply
 * @param evidence what proves a manual entry, or minutes that a correction added, encrypted; null for others
 */
@Embeddable
record Entry(
        @Column(name = "proposed_by", updatable = false) UUID by,
        @Column(name = "proposed_at", updatable = false) Instant at,
        @Column(name = "record_by", updatable = false) LocalDate recordBy,
        @Column(name = "earns_points", updatable = false) boolean earnsPoints,
        @Column(updatable = false) byte[] evidence) {

    /** The same with other evidence, encrypted. */
    Entry provenBy(byte[] proof) {
        return new Entry(by, at, recordBy, earnsPoints, proof);
    }

    /** The same for a correction: somebody else's, and later. */
    Entry corrected(Decider decider) {
        return new Entry(decider.accountId(), decider.now(), recordBy, earnsPoints, evidence);
    }
}
