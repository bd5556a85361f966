package org.linli.points.ledger;

import java.util.UUID;

/**
 * What a posting took from a lot.
 *
 * @param postingId the posting
 * @param lotId the lot
 * @param amount hundredths; below zero if they were given back
 */
record Allocation(UUID postingId, UUID lotId, long amount) {}
