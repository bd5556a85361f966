package org.linli.registration.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.linli.contracts.DivisionCode;

/** How far a grant reaches: a division and all below it, or one station, team or activity in it. */
@Embeddable
class GrantReach {
    String division;

    @Column(name = "division_prefix")
    String prefix;

    @Column(name = "station_id")
    UUID stationId;

    @Column(name = "team_id")
    UUID teamId;

    @Column(name = "activity_id")
    UUID activityId;

    /** For Hibernate. */
    protected GrantReach() {}

    /** Everything in a division; the last three are null, or one of them narrows it. */
    GrantReach(String division, String prefix, UUID stationId, UUID teamId, UUID activityId) {
        this.division = division;
        this.prefix = prefix;
        this.stationId = stationId;
        this.teamId = teamId;
        this.activityId = activityId;
    }

    /** Everything everywhere. */
    static GrantReach everywhere() {
        return new GrantReach(RoleGrant.EVERYWHERE, "", null, null, null);
    }

    boolean isSame(GrantReach other) {
        return division.equals(other.division)
                && Objects.equals(stationId, other.stationId)
                && Objects.equals(teamId, other.teamId)
                && Objects.equals(activityId, other.activityId);
    }

    boolean reaches(DivisionCode other) {
        return other.isWithin(prefix);
    }
}
