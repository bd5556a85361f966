package org.linli.kit.access;

import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;

/**
 * A role in force right now.
 *
 * @param role what it allows
 * @param divisionPrefix the digits that all divisions below it share; empty for everywhere
 * @param stationId only for this station; null if for the whole division
 * @param teamId only for this team; null if not
 * @param activityId only for this activity; null if not
 */
public record Grant(Role role, String divisionPrefix, UUID stationId, UUID teamId, UUID activityId) {

    /** Whether it holds for a whole division, not only for one station, team or activity. */
    public boolean wholeDivision() {
        return stationId == null && teamId == null && activityId == null;
    }

    /** Whether it holds for everything in a division. */
    public boolean covers(DivisionCode division) {
        return wholeDivision() && division.isWithin(divisionPrefix);
    }
}
