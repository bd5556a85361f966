package org.linli.points.ledger;

import java.util.UUID;

/**
 * A posting that is already in the ledger.
 *
 * @param posting as it was posted
 * @param reversedBecause the cause of its reversal; null if it was not reversed
 * @param settledBy the posting that ended it, if it is a hold; null if none did
 */
record Known(Posting posting, UUID reversedBecause, UUID settledBy) {}
