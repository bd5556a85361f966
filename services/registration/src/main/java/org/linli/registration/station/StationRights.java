package org.linli.registration.station;

import org.linli.contracts.DivisionCode;
import org.linli.kit.access.Caller;
import org.linli.registration.Responsible;

/** Who opens stations. */
final class StationRights {
    private StationRights() {}

    /** Stations are opened by those above them, not by the coordinators who will work there. */
    static boolean opens(Caller caller, DivisionCode division) {
        return caller.holds(division, Responsible.administrators());
    }
}
