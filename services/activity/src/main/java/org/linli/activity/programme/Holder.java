package org.linli.activity.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Serving;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;

/**
 * Who holds something of the programme and answers for it: a team, a station, or whoever looks after the community.
 *
 * @param division the community where it takes place, 12 digits
 * @param teamId the team; null if none
 * @param stationId the station; null if none
 */
@Embeddable
public record Holder(
        @Column(updatable = false) String division,
        @Column(name = "team_id", updatable = false) UUID teamId,
        @Column(name = "station_id", updatable = false) UUID stationId) {

    /** The community as a code. */
    public DivisionCode community() {
        return new DivisionCode(division);
    }

    /** Whether a caller may act for the holder: leads its team, or coordinates its station or community. */
    public boolean isLedBy(Caller caller, Serving serving) {
        return serving.leads(teamId) || isCoordinatedBy(caller);
    }

    /** Whether a caller coordinates its station or community. */
    public boolean isCoordinatedBy(Caller caller) {
        return caller.holdsForStation(stationId, community(), ActivityRoles.COORDINATORS);
    }

    /** Whether a caller may read what is not public yet. */
    public boolean isReadBy(Caller caller, Serving serving) {
        return isLedBy(caller, serving) || caller.holds(community(), Role.AUDITOR);
    }
}
