package org.linli.registration.recipient;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.registration.Responsible;

/** Who may do what with recipients. */
final class RecipientRights {
    private static final Role[] COORDINATORS = Responsible.coordinators();
    private static final Role[] READERS = Responsible.readers();

    private RecipientRights() {}

    /** Enrols, hands out codes, reads everything: for the station, or for the division the recipient lives in. */
    static boolean coordinates(Caller caller, Recipient recipient) {
        return caller.holdsForStation(recipient.stationId(), recipient.division(), COORDINATORS);
    }

    /** Enrols for a station. */
    static boolean enrols(Caller caller, RecipientEnrolment wanted) {
        return caller.holdsForStation(wanted.stationId(), new DivisionCode(wanted.division()), COORDINATORS);
    }

    /** Sees the masked list; an auditor sees no more than that. */
    static boolean reads(Caller caller, Recipient recipient) {
        return caller.holdsForStation(recipient.stationId(), recipient.division(), READERS);
    }

    static boolean isOneself(Caller caller, Recipient recipient) {
        return recipient.isLinkedTo(caller.accountId());
    }

    /** Whether the caller sees any list of recipients at all. */
    static boolean lists(Caller caller) {
        return caller.holdsAnywhere(READERS);
    }

    /** Prefixes of the divisions whose recipients the caller may list. */
    static List<String> divisions(Caller caller) {
        return caller.scopes(READERS);
    }

    /** Stations whose recipients the caller may list, wherever these live. */
    static List<UUID> stations(Caller caller) {
        return caller.stations(READERS);
    }
}
