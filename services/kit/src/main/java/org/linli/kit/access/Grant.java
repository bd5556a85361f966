package org.linli.kit.access;

import java.time.Instant;
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
 * @param until first moment it no longer counts; null if open
 */
public record Grant(Role role, String divisionPrefix, UUID stationId, UUID teamId, UUID activityId, Instant until) {

    /** A role without an end. */
    public Grant(Role role, String divisionPrefix, UUID stationId, UUID teamId, UUID activityId) {
        this(role, divisionPrefix, stationId, teamId, activityId, null);
    }

    /** Whether it holds for a whole division, not only for one station, team or activity. */
    public boolean wholeDivision() {
        return stationId == null && teamId == null && activityId == null;
    }

    /** Whether it holds for everything in a division. */
    public boolean covers(DivisionCode division) {
        return wholeDivision() && division.isWithin(divisionPrefix);
    }

    /** Whether it counts at least as long as something that ends then; null: that never ends. */
    public boolean lastsUntil(Instant end) {
        return until == null || end != null && !end.isAfter(until);
    }
}
