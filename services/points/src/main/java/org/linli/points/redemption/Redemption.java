package org.linli.points.redemption;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.points.RedemptionEvent;
import org.linli.contracts.points.RedemptionEvent.RedemptionCancelled;
import org.linli.contracts.points.RedemptionEvent.RedemptionFulfilled;
import org.linli.contracts.points.RedemptionEvent.RedemptionHeld;
import org.linli.contracts.points.RedemptionEvent.RedemptionLapsed;
import org.linli.contracts.points.RedemptionState;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * A redemption (兑换) as it stands in its row.
 *
 * @param id the redemption
 * @param offerId what is had
 * @param merchantId who gives it
 * @param volunteerId whose points
 * @param division where the shop stands
 * @param unit the scheme
 * @param amount hundredths
 * @param period month in which it counts, {@code 2026-11}
 * @param status where it stands
 * @param holdId the posting that set the points aside
 * @param heldAt since when
 * @param validUntil first moment at which it can no longer be fetched
 * @param endedAt when it was fetched, lapsed or given up; null while it is held
 * @param sequence number of its last event
 */
record Redemption(
        UUID id,
        UUID offerId,
        UUID merchantId,
        UUID volunteerId,
        String division,
        String unit,
        long amount,
        String period,
        RedemptionStatus status,
        UUID holdId,
        Instant heldAt,
        Instant validUntil,
        Instant endedAt,
        long sequence) {

    /** Itself if it can be fetched now, else why not. */
    Outcome<Redemption> fetchable(Instant now) {
        return open().then(held ->
                now.isBefore(validUntil) ? Outcome.done(held) : Outcome.refused(PointsRefusal.CODE_LAPSED, "code"));
    }

    /** Itself while it is held, else what became of it. */
    Outcome<Redemption> open() {
        return switch (status) {
            case HELD -> Outcome.done(this);
            case FULFILLED -> Outcome.refused(PointsRefusal.CODE_ALREADY_USED);
            case LAPSED -> Outcome.refused(PointsRefusal.CODE_LAPSED);
            case CANCELLED -> Outcome.refused(PointsRefusal.CODE_CANCELLED);
        };
    }

    /** The redemption after its end. */
    Redemption ended(RedemptionStatus how, Instant when) {
        return new Redemption(
                id,
                offerId,
                merchantId,
                volunteerId,
                division,
                unit,
                amount,
                period,
                how,
                holdId,
                heldAt,
                validUntil,
                when,
                sequence + 1);
    }

    /** What is told of it as it stands. */
    RedemptionEvent event() {
        RedemptionState state =
                new RedemptionState(id, offerId, merchantId, volunteerId, division, unit, amount, status, validUntil);
        return switch (status) {
            case HELD -> new RedemptionHeld(state);
            case FULFILLED -> new RedemptionFulfilled(state);
            case LAPSED -> new RedemptionLapsed(state);
            case CANCELLED -> new RedemptionCancelled(state);
        };
    }
}
