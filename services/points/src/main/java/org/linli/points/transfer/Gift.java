package org.linli.points.transfer;

import java.util.Map;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;
import org.linli.points.scheme.Scheme;

/**
 * What somebody wants to give.
 *
 * @param to another volunteer; null if a fund receives
 * @param fund division of a charity fund; null if a person receives
 * @param unit the scheme
 * @param amount hundredths, above zero
 */
record Gift(UUID to, String fund, String unit, long amount) {

    /** Whether exactly one receives it, and it is not the giver. */
    Outcome<Gift> by(UUID giver) {
        if ((to == null) == (fund == null)) {
            return Outcome.refused(PointsRefusal.RECEIVER_INVALID, "toVolunteerId");
        }
        return giver.equals(to) ? Outcome.refused(PointsRefusal.RECEIVER_INVALID, "toVolunteerId") : Outcome.done(this);
    }

    /** Whether the scheme lets it be given. */
    Outcome<Gift> allowedBy(Scheme scheme) {
        if (fund == null && !scheme.transferable()) {
            return Outcome.refused(PointsRefusal.UNIT_NOT_TRANSFERABLE, "unit");
        }
        return fund != null && !scheme.donatable()
                ? Outcome.refused(PointsRefusal.UNIT_NOT_DONATABLE, "unit")
                : Outcome.done(this);
    }

    /**
     * Whether the passbook and the limits of the scheme allow it. What goes to a fund counts towards them too.
     *
     * @param spendable hundredths the giver may spend
     * @param today hundredths given away today
     * @param thisMonth hundredths given away this month
     */
    Outcome<Gift> within(Scheme scheme, long spendable, long today, long thisMonth) {
        if (spendable < amount) {
            return Outcome.refused(PointsRefusal.BALANCE_TOO_LOW, "amount");
        }
        if (today + amount > scheme.perDay() || thisMonth + amount > scheme.perMonth()) {
            return Outcome.refused(PointsRefusal.TRANSFER_LIMIT_REACHED, "amount");
        }
        return spendable - amount < scheme.minimumLeft()
                ? Outcome.refused(PointsRefusal.MINIMUM_LEFT, "amount", Map.of("minimum", scheme.minimumLeft()))
                : Outcome.done(this);
    }
}
