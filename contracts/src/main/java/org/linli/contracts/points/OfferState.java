package org.linli.contracts.points;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a merchant gives for points (兑换商品): no title, no description.
 *
 * @param offerId the offer
 * @param merchantId who gives it
 * @param division community of the merchant, 12 digits
 * @param unit the scheme it is paid in
 * @param price hundredths of the unit for one
 * @param stock how many there were from the beginning
 * @param validFrom first day
 * @param validUntil last day
 * @param status whether it can be had
 */
public record OfferState(
        UUID offerId,
        UUID merchantId,
        String division,
        String unit,
        long price,
        int stock,
        LocalDate validFrom,
        LocalDate validUntil,
        OfferStatus status) {

    /** Whether an offer can be had. */
    public enum OfferStatus {
        /** Within its days and as long as there is stock. */
        PUBLISHED,
        /** No more; what was set aside before is still handed over. */
        WITHDRAWN
    }
}
