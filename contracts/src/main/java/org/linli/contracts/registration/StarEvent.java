package org.linli.contracts.registration;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What registration tells about star ratings (星级志愿者). Sealed, so that a consumer answers every kind. Subject of all:
 * the file of ratings of one volunteer.
 */
public sealed interface StarEvent extends Event {

    /** The hours for a star were served: it is on display from now on. */
    @EventType("linli.registration.star.proposed.v1")
    record StarProposed(StarState rating) implements StarEvent {
        @Override
        public StarState state() {
            return rating;
        }
    }

    /** The time of display passed, or the selection was made: the star counts. */
    @EventType(value = "linli.registration.star.awarded.v1", classification = DISTRICT)
    record StarAwarded(StarState rating) implements StarEvent {
        @Override
        public StarState state() {
            return rating;
        }
    }

    /** A proposal ended without a star: an objection was upheld, or the hours no longer reach it. */
    @EventType("linli.registration.star.declined.v1")
    record StarDeclined(StarState rating) implements StarEvent {
        @Override
        public StarState state() {
            return rating;
        }
    }

    /** Stars were taken away by a decision. */
    @EventType(value = "linli.registration.star.downgraded.v1", classification = DISTRICT)
    record StarDowngraded(StarState rating) implements StarEvent {
        @Override
        public StarState state() {
            return rating;
        }
    }
}
