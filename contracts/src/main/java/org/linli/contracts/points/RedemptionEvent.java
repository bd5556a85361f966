package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What becomes of points that buy something. Sealed, so that a consumer answers every kind. Subject: the redemption. */
public sealed interface RedemptionEvent extends Event {

    /** Points and one thing were set aside. */
    @EventType(value = "linli.points.redemption.held.v1", classification = DISTRICT)
    record RedemptionHeld(RedemptionState redemption) implements RedemptionEvent {
        @Override
        public RedemptionState state() {
            return redemption;
        }
    }

    /** The merchant handed it over. */
    @EventType(value = "linli.points.redemption.fulfilled.v1", classification = DISTRICT)
    record RedemptionFulfilled(RedemptionState redemption) implements RedemptionEvent {
        @Override
        public RedemptionState state() {
            return redemption;
        }
    }

    /** Nobody fetched it; the points are back. */
    @EventType(value = "linli.points.redemption.lapsed.v1", classification = DISTRICT)
    record RedemptionLapsed(RedemptionState redemption) implements RedemptionEvent {
        @Override
        public RedemptionState state() {
            return redemption;
        }
    }

    /** Its owner gave it up; the points are back. */
    @EventType(value = "linli.points.redemption.cancelled.v1", classification = DISTRICT)
    record RedemptionCancelled(RedemptionState redemption) implements RedemptionEvent {
        @Override
        public RedemptionState state() {
            return redemption;
        }
    }
}
