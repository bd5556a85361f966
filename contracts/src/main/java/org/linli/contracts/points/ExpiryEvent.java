package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** Points that end. Sealed, so that a consumer answers every kind. Subject: the passbook (= volunteer id). */
public sealed interface ExpiryEvent extends Event {

    /** They will end soon; told once for the same points. */
    @EventType(value = "linli.points.lots.expiring.v1", classification = DISTRICT)
    record PointsExpiring(ExpiryState expiry) implements ExpiryEvent {
        @Override
        public ExpiryState state() {
            return expiry;
        }
    }

    /** They have ended. */
    @EventType(value = "linli.points.lots.expired.v1", classification = DISTRICT)
    record PointsExpired(ExpiryState expiry) implements ExpiryEvent {
        @Override
        public ExpiryState state() {
            return expiry;
        }
    }
}
