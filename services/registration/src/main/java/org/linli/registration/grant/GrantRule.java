package org.linli.registration.grant;

import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;

/**
 * Who may give and take which role (product R08): nobody above their own role, nobody outside their own division. Who
 * holds a role for one station only hands out roles for that station only.
 */
final class GrantRule {
    private GrantRule() {}

    /** Whether the caller may give or take a role that reaches so far. */
    static boolean allows(Caller caller, Role role, GrantReach reach) {
        return caller.grants().stream()
                .anyMatch(own -> own.role().mayGrant(role) && (inDivision(own, reach) || atStation(own, reach)));
    }

    private static boolean inDivision(Grant own, GrantReach reach) {
        return own.wholeDivision() && reach.prefix.startsWith(own.divisionPrefix());
    }

    private static boolean atStation(Grant own, GrantReach reach) {
        return own.stationId() != null && own.stationId().equals(reach.stationId);
    }
}
