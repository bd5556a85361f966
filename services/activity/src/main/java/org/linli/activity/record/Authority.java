package org.linli.activity.record;

import org.linli.activity.copy.Leadership;
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
    /** The team's leader or a deputy; without one who may serve, or about the leader, the station's coordinator. */
    ORDINARY,
    /** The district's administrator. */
    DISTRICT,
    /** The operator of the platform. */
    PLATFORM;

    /**
     * What a caller may decide. While nobody named may lead the team, the station decides beside the deputies; about
     * the hours of the leader it decides alone.
     *
     * @param team who leads the record's team
     */
    static Authority of(Caller caller, ServiceRecord record, Leadership team) {
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
        boolean ofLeader = record.isOf(team.leaderId());
        boolean stationDecides = ofLeader || !team.leaderMayServe();
        boolean ordinary = team.byCaller() && !ofLeader
                || stationDecides
                        && caller.holdsForStation(record.origin().stationId(), division, Role.STATION_COORDINATOR);
        return ordinary ? ORDINARY : NONE;
    }

    /** Whether it suffices for what {@code needed} may do. */
    boolean reaches(Authority needed) {
        return compareTo(needed) >= 0;
    }
}
