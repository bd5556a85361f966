package org.linli.contracts.registration;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What registration tells about volunteers who look after a household for good. Sealed, so that a consumer answers
 * every kind.
 */
public sealed interface PairingEvent extends Event {

    /** A volunteer and a household were paired. Subject: the pairing. */
    @EventType("linli.registration.pairing.made.v1")
    record PairingMade(PairingState pairing) implements PairingEvent {
        @Override
        public PairingState state() {
            return pairing;
        }
    }

    /** A pairing ended. */
    @EventType("linli.registration.pairing.ended.v1")
    record PairingEnded(PairingState pairing) implements PairingEvent {
        @Override
        public PairingState state() {
            return pairing;
        }
    }
}
