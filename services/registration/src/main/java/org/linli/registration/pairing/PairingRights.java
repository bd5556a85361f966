package org.linli.registration.pairing;

import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;
import org.linli.registration.recipient.RecipientSummary;

/** Who may do what with pairings: they belong to the station of the household. */
final class PairingRights {
    private PairingRights() {}

    /** The recipient, if the caller may pair them; one they may not know of is not there. */
    static Outcome<RecipientSummary> pair(Caller caller, RecipientSummary recipient) {
        if (recipient == null
                || !caller.holdsForStation(recipient.stationId(), recipient.division(), Responsible.readers())) {
            return Outcome.refused(KitRefusal.NOT_FOUND, "recipientId");
        }
        return caller.holdsForStation(recipient.stationId(), recipient.division(), Responsible.coordinators())
                ? Outcome.done(recipient)
                : Outcome.refused(KitRefusal.FORBIDDEN, "recipientId");
    }

    /** The pairing, if the caller may know of it. */
    static Outcome<Pairing> see(Caller caller, Pairing pairing) {
        boolean seen = pairing != null
                && (isOneOfThem(caller, pairing)
                        || caller.holdsForStation(pairing.stationId(), pairing.division(), Responsible.readers()));
        return seen ? Outcome.done(pairing) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** The pairing, if the caller may end it: both sides may, the station gives a reason. */
    static Outcome<Pairing> end(Caller caller, Pairing pairing, String reason) {
        return see(caller, pairing).then(seen -> {
            if (isOneOfThem(caller, seen)) {
                return Outcome.done(seen);
            }
            if (!caller.holdsForStation(seen.stationId(), seen.division(), Responsible.coordinators())) {
                return Outcome.refused(KitRefusal.FORBIDDEN);
            }
            return reason == null ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason") : Outcome.done(seen);
        });
    }

    private static boolean isOneOfThem(Caller caller, Pairing pairing) {
        return pairing.volunteerId().equals(caller.volunteerId())
                || pairing.recipientId().equals(caller.recipientId());
    }
}
