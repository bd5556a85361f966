package org.linli.points.redemption;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * An offer in the moment in which somebody wants it.
 *
 * @param offerId the offer
 * @param merchantId who gives it
 * @param division where the shop stands
 * @param unit the scheme it is paid in
 * @param price hundredths
 * @param version of what the offer says
 * @param published whether it was not withdrawn
 * @param merchantActive whether its shop takes part
 * @param redeemable whether the unit buys things
 * @param forHome whether it is for those who live where the volunteer lives
 * @param invited whether it is for everybody there, or the volunteer is invited
 * @param perPerson how many one person may have; null for no limit
 * @param perMonth how many there are in each month; null for no limit
 * @param firstDays to be had on the first so many days of a month; null for every day
 * @param validFrom first day
 * @param validUntil last day
 * @param left how many are left in all
 * @param leftThisMonth how many are left in this month; null for no limit
 */
record OnSale(
        UUID offerId,
        UUID merchantId,
        String division,
        String unit,
        long price,
        long version,
        boolean published,
        boolean merchantActive,
        boolean redeemable,
        boolean forHome,
        boolean invited,
        Integer perPerson,
        Integer perMonth,
        Integer firstDays,
        LocalDate validFrom,
        LocalDate validUntil,
        int left,
        Integer leftThisMonth) {

    /** Whether a person's own limit counts within the month. */
    boolean hasWindow() {
        return perMonth != null || firstDays != null;
    }

    /** Itself if it can be had on a day by somebody who lives there, as far as the shelf tells without a lock. */
    Outcome<OnSale> on(LocalDate today) {
        if (!published) {
            return Outcome.refused(PointsRefusal.OFFER_WITHDRAWN, "offerId");
        }
        if (!merchantActive) {
            return Outcome.refused(PointsRefusal.MERCHANT_NOT_ACTIVE, "offerId");
        }
        if (!redeemable) {
            return Outcome.refused(PointsRefusal.UNIT_NOT_REDEEMABLE, "offerId");
        }
        if (today.isBefore(validFrom) || today.isAfter(validUntil)) {
            return Outcome.refused(PointsRefusal.OFFER_NOT_ON_SALE, "offerId");
        }
        if (!forHome) {
            return Outcome.refused(PointsRefusal.OFFER_NOT_FOR_YOU, "offerId");
        }
        if (!invited) {
            return Outcome.refused(PointsRefusal.NOT_INVITED, "offerId");
        }
        if (firstDays != null && today.getDayOfMonth() > firstDays) {
            return Outcome.refused(PointsRefusal.WINDOW_CLOSED, "offerId", Map.of("days", firstDays));
        }
        if (left <= 0) {
            return Outcome.refused(PointsRefusal.SOLD_OUT, "offerId");
        }
        return leftThisMonth != null && leftThisMonth <= 0
                ? Outcome.refused(PointsRefusal.SOLD_OUT_THIS_MONTH, "offerId")
                : Outcome.done(this);
    }

    /** Itself if a person who has taken so many may take one more. */
    Outcome<OnSale> toOneWhoHas(long taken) {
        return perPerson != null && taken >= perPerson
                ? Outcome.refused(PointsRefusal.OWN_LIMIT_REACHED, "offerId")
                : Outcome.done(this);
    }
}
