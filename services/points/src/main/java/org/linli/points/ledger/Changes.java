package org.linli.points.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What some acts change in the ledger, judged and ready to be written.
 *
 * @param postedAt when
 * @param passbooks of the volunteers concerned
 * @param postings in order
 * @param opened lots of the credits among them, as they stand after all of it
 * @param moved what they took from lots and gave back
 */
public record Changes(
        Instant postedAt,
        Map<UUID, Passbook> passbooks,
        List<Posting> postings,
        List<Lot> opened,
        List<Allocation> moved) {
    public Changes {
        passbooks = Map.copyOf(passbooks);
        postings = List.copyOf(postings);
        opened = List.copyOf(opened);
        moved = List.copyOf(moved);
    }

    /**
     * A few credits that need no judgement: no cap, nobody who owes, one passbook. They may be written without a lock
     * and a transaction of one's own.
     */
    public static Changes credit(Instant postedAt, Passbook passbook, Earning earning) {
        Snapshot nothing = new Snapshot(
                Map.of(passbook.volunteerId(), passbook), Map.of(), Map.of(), Map.of(), List.of(), List.of());
        Books books = new Books(nothing, postedAt);
        books.earn(earning);
        return books.changes();
    }
}
