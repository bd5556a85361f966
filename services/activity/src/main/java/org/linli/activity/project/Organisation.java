package org.linli.activity.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Serving;
import org.linli.contracts.DivisionCode;
import org.linli.kit.access.Caller;

/**
 * Who claims a project: a team or a station; exactly one of the two.
 *
 * @param division where it belongs, 12 digits
 * @param teamId the team; null if it is a station
 * @param stationId the station; null if it is a team
 */
@Embeddable
record Organisation(
        @Column(updatable = false) String division,
        @Column(name = "team_id", updatable = false) UUID teamId,
        @Column(name = "station_id", updatable = false) UUID stationId) {

    /** Where it belongs, as a code. */
    DivisionCode home() {
        return new DivisionCode(division);
    }

    /** Whether a caller acts for it: leads the team, or coordinates the station. */
    boolean isLedBy(Caller caller, Serving serving) {
        return teamId != null
                ? serving.leads(teamId)
                : caller.holdsForStation(stationId, home(), ActivityRoles.COORDINATORS);
    }
}
