package org.linli.activity.record;

import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;

/**
 * How much somebody may decide about a record: confirm, refuse, correct, decide an objection. A higher one includes the
 * lower ones.
 */
enum Authority {
    /** Nothing. */
    NONE,
    /** The team's leader; without a team (or about the leader) the station's coordinator. */
    ORDINARY,
    /** The district's administrator. */
    DISTRICT,
    /** The operator of the platform. */
    PLATFORM;

    /**
     * What a caller may decide.
     *
     * @param leaderId the leader of the record's team; null without a team or leader
     */
    static Authority of(Caller caller, ServiceRecord record, UUID leaderId) {
        DivisionCode division = record.division();
        if (record.isOf(caller.volunteerId())) {
            return NONE;
        }
        if (caller.holds(division, Role.PLATFORM_OPERATOR)) {
            return PLATFORM;
        }
        if (caller.holds(division, Role.DISTRICT_ADMINISTRATOR)) {
            return DISTRICT;
        }
        boolean leaderDecides = leaderId != null && !record.isOf(leaderId);
        boolean ordinary = leaderDecides
                ? leaderId.equals(caller.volunteerId())
                : caller.holdsForStation(record.origin().stationId(), division, Role.STATION_COORDINATOR);
        return ordinary ? ORDINARY : NONE;
    }

    /** Whether it suffices for what {@code needed} may do. */
    boolean reaches(Authority needed) {
        return compareTo(needed) >= 0;
    }
}
