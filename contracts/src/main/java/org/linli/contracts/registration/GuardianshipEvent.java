package org.linli.contracts.registration;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What registration tells about minors and their guardians. Sealed, so that a consumer answers every kind. */
public sealed interface GuardianshipEvent extends Event {

    /**
     * A guardian confirmed, consented, took the consent back or left, or the minor came of age: the state says how
     * things stand now. Subject: the guardianship.
     */
    @EventType("linli.registration.guardianship.changed.v1")
    record GuardianshipChanged(GuardianshipState guardianship) implements GuardianshipEvent {
        @Override
        public GuardianshipState state() {
            return guardianship;
        }
    }

    /** A young volunteer grew into the next age band. Subject: the volunteer, in the sequence of its other events. */
    @EventType("linli.registration.volunteer.age-band-reached.v1")
    record AgeBandReached(VolunteerState volunteer) implements GuardianshipEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }
}
