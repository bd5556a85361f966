package org.linli.contracts.points;

import java.time.Instant;
import java.util.UUID;

/**
 * A redemption (兑换): points set aside for one thing. Its code is in no event.
 *
 * @param redemptionId the redemption
 * @param offerId what is had
 * @param merchantId who gives it
 * @param volunteerId whose points
 * @param division community of the merchant, 12 digits
 * @param unit the scheme
 * @param amount hundredths set aside
 * @param status where it stands
 * @param validUntil first moment at which it can no longer be fetched
 */
public record RedemptionState(
        UUID redemptionId,
        UUID offerId,
        UUID merchantId,
        UUID volunteerId,
        String division,
        String unit,
        long amount,
        RedemptionStatus status,
        Instant validUntil) {

    /** Where a redemption stands. */
    public enum RedemptionStatus {
        /** Set aside, to be fetched. */
        HELD,
        /** Handed over. */
        FULFILLED,
        /** Not fetched in time; the points are back. */
        LAPSED,
        /** Given up by its owner; the points are back. */
        CANCELLED
    }
}
